package asyncjava.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Fails a test that leaves a thread running which it started, after `@AfterEach` has cleaned up: a virtual
/// thread, or a platform thread that is no daemon. A thread on its way out is waited for, up to 10 seconds.
///
/// Daemon threads are not counted, since libraries keep theirs in pools for the next user. It looks at all
/// threads of the JVM, so that such a test cannot run beside others.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LeftoverThreads.class)
public @interface LeavesNoThreadBehind {}
