package asyncjava.queue.exercise;

import asyncjava.testkit.Rewritten;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// An answer and the code that tries it, where every limit on waiting is over 100 000 times as soon: a
/// minute in less than a millisecond. Who waits with a limit and then looks again notices nothing of it.
public final class ShortLimits {

    private static final long TIMES = 100_000;

    private static final ClassDesc CUTS = ClassDesc.of(ShortLimits.class.getName());
    private static final ClassDesc UNIT = ClassDesc.of(TimeUnit.class.getName());
    private static final ClassDesc DURATION = ClassDesc.of(Duration.class.getName());
    /// In milliseconds, or as a duration.
    private static final Set<String> WAIT = Set.of("wait", "join", "block");

    private static final ClassTransform CUT = ClassTransform.transformingMethodBodies(cutBeforeCalls());

    private ShortLimits() {}

    /// The class that tries an answer of its package, whose limits are short.
    ///
    /// @param handed to its only constructor
    public static Callable<?> load(Class<? extends Callable<?>> code, Object... handed)
            throws ReflectiveOperationException {
        return (Callable<?>)
                new Rewritten(code, _ -> true, CUT).constructor(code).newInstance(handed);
    }

    public static long nanos(long time, TimeUnit unit) {
        return unit.toNanos(time) / TIMES;
    }

    public static long millis(long time) {
        return time > 0 ? Math.max(1, time / TIMES) : time; // 0 is no limit
    }

    public static Duration duration(Duration time) {
        return time.dividedBy(TIMES);
    }

    private static CodeTransform cutBeforeCalls() {
        return (code, element) -> {
            if (element instanceof InvokeInstruction call) {
                List<ClassDesc> handed = call.typeSymbol().parameterList();
                boolean waits = WAIT.contains(call.name().stringValue());
                if (handed.equals(List.of(ConstantDescs.CD_long, UNIT))) {
                    code.invokestatic(CUTS, "nanos", MethodTypeDesc.of(ConstantDescs.CD_long, handed));
                    code.getstatic(UNIT, "NANOSECONDS", UNIT);
                } else if (waits && handed.equals(List.of(ConstantDescs.CD_long))) {
                    code.invokestatic(CUTS, "millis", MethodTypeDesc.of(ConstantDescs.CD_long, handed));
                } else if (waits && handed.equals(List.of(DURATION))) {
                    code.invokestatic(CUTS, "duration", MethodTypeDesc.of(DURATION, handed));
                }
            }
            code.with(element);
        };
    }
}
