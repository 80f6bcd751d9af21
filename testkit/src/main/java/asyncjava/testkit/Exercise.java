package asyncjava.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// The tests of an exercise: they carry the tag `exercise`, run in the order of their
/// [org.junit.jupiter.api.Order], and after the first that fails the others are skipped. A learner mends one thing at
/// a time, and code that hangs is waited for once.
///
/// With the configuration parameter `asyncjava.exercise.all=true` every test runs.
@Tag("exercise")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OneThingAtATime.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Exercise {}
