package asyncjava.queue.exercise;

import asyncjava.testkit.schedule.Scenario;
import asyncjava.testkit.schedule.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/// Loads a scenario and the answer that it tries, with a pause before each of the answer's accesses to a
/// field, and before each of its calls. So a schedule can change turns where it otherwise could not:
/// between the read of a count and the write that follows, or before a lock that is free.
///
/// A handler that has a sink try again and again gives way to others meanwhile, as it would where threads
/// do not take turns.
public final class PausingCalls extends ClassLoader {

    private static final ClassDesc SCHEDULE = ClassDesc.of(Schedule.class.getName());
    private static final MethodTypeDesc NOTHING_TO_NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final ClassDesc HANDLER =
            EmitFailureHandler.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc HANDLER_TO_HANDLER = MethodTypeDesc.of(HANDLER, HANDLER);
    private static final CodeTransform PAUSES = (code, element) -> {
        if (element instanceof FieldInstruction || element instanceof InvokeInstruction) {
            code.invokestatic(SCHEDULE, "pause", NOTHING_TO_NOTHING);
        }
        code.with(element);
        if (element instanceof InvokeInstruction call && call.name().equalsString("busyLooping")) {
            code.invokestatic(ClassDesc.of(PausingCalls.class.getName()), "givingWay", HANDLER_TO_HANDLER);
        }
    };
    private static final ClassTransform IN_METHODS = ClassTransform.transformingMethodBodies(
            method -> !method.methodName().equalsString(ConstantDescs.INIT_NAME), PAUSES);

    private final ClassFile classFile = ClassFile.of(ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(PausingCalls.class.getClassLoader())));
    private final String exercise;
    private final String untouched;

    /// @param scenarios the class in which they are nested
    private PausingCalls(Class<?> scenarios) {
        super(PausingCalls.class.getClassLoader());
        exercise = scenarios.getPackageName() + ".";
        untouched = scenarios.getName();
    }

    public static EmitFailureHandler givingWay(EmitFailureHandler handler) {
        return (signal, result) -> {
            Schedule.pause();
            return handler.onEmitFailure(signal, result);
        };
    }

    /// A new one of these, whose answer, the other classes of its package, pauses.
    public static Scenario load(Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        var constructor = new PausingCalls(scenario.getNestHost())
                .loadClass(scenario.getName())
                .getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Scenario) constructor.newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(exercise)) {
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
            byte[] bytes = in.readAllBytes();
            byte[] defined =
                    name.startsWith(untouched) ? bytes : classFile.transformClass(classFile.parse(bytes), IN_METHODS);
            return defineClass(name, defined, 0, defined.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
