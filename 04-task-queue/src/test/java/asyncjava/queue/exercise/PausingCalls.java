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

/// Loads a scenario and the answer that it tries, with a pause before each of the answer's accesses to a
/// field, and before each of its calls. So a schedule can change turns where it otherwise could not: between the
/// read of a count and the write that follows, or before a lock that is free.
public final class PausingCalls extends ClassLoader {

    private static final ClassDesc SCHEDULE = ClassDesc.of(Schedule.class.getName());
    private static final MethodTypeDesc NOTHING_TO_NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final CodeTransform PAUSES = (code, element) -> {
        if (element instanceof FieldInstruction || element instanceof InvokeInstruction) {
            code.invokestatic(SCHEDULE, "pause", NOTHING_TO_NOTHING);
        }
        code.with(element);
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
