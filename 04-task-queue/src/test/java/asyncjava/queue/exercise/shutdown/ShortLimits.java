package asyncjava.queue.exercise.shutdown;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
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

/// Loads an answer and the code that tries it so that, where the answer waits with a limit, the limit is
/// over 100 000 times as soon: a minute in less than a millisecond. Who waits with a limit and then looks
/// again notices nothing of it.
public final class ShortLimits extends ClassLoader {

    private static final long TIMES = 100_000;

    private static final ClassDesc CUTS = ClassDesc.of(ShortLimits.class.getName());
    private static final ClassDesc UNIT = ClassDesc.of(TimeUnit.class.getName());
    private static final ClassDesc DURATION = ClassDesc.of(Duration.class.getName());
    /// In milliseconds, or as a duration.
    private static final Set<String> WAIT = Set.of("wait", "join", "block");

    private static final ClassTransform CUT = ClassTransform.transformingMethodBodies(cutBeforeCalls());

    private final ClassFile classFile = ClassFile.of(ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(ShortLimits.class.getClassLoader())));

    private ShortLimits() {
        super(ShortLimits.class.getClassLoader());
    }

    /// The class that tries an answer, whose limits are short.
    static Class<?> load(Class<? extends Callable<?>> code) throws ClassNotFoundException {
        return new ShortLimits().loadClass(code.getName());
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
                if (handed.equals(List.of(ConstantDescs.CD_long, UNIT))) {
                    code.invokestatic(CUTS, "nanos", MethodTypeDesc.of(ConstantDescs.CD_long, handed));
                    code.getstatic(UNIT, "NANOSECONDS", UNIT);
                } else if (WAIT.contains(call.name().stringValue()) && handed.equals(List.of(ConstantDescs.CD_long))) {
                    code.invokestatic(CUTS, "millis", MethodTypeDesc.of(ConstantDescs.CD_long, handed));
                } else if (WAIT.contains(call.name().stringValue()) && handed.equals(List.of(DURATION))) {
                    code.invokestatic(CUTS, "duration", MethodTypeDesc.of(DURATION, handed));
                }
            }
            code.with(element);
        };
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ShortLimits.class.getPackageName()) || name.equals(ShortLimits.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] defined = classFile.transformClass(classFile.parse(in.readAllBytes()), CUT);
            return defineClass(name, defined, 0, defined.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
