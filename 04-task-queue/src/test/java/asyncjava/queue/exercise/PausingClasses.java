package asyncjava.queue.exercise;

import asyncjava.testkit.schedule.Scenario;
import asyncjava.testkit.schedule.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;

/// Loads a scenario and the answer that it tries, which lies in the same package, with a pause before each
/// of the answer's accesses to a field. So a schedule can change turns where it otherwise could not:
/// between the change of one field and that of the next, or between a look at an atomic and the step that
/// relies on it.
public final class PausingClasses extends ClassLoader {

    private static final ClassDesc SCHEDULE = ClassDesc.of(Schedule.class.getName());
    private static final MethodTypeDesc NOTHING_TO_NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private final ClassFile classFile = ClassFile.of(ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(PausingClasses.class.getClassLoader())));
    private final CodeTransform pauses = (code, element) -> {
        if (pausesBefore(element)) {
            code.invokestatic(SCHEDULE, "pause", NOTHING_TO_NOTHING);
        }
        code.with(element);
    };
    private final ClassTransform pausesInMethods = ClassTransform.transformingMethodBodies(
            method -> !method.methodName().equalsString(ConstantDescs.INIT_NAME)
                    && !method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME),
            pauses);
    private final String itsPackage;
    private final String untouched;

    private PausingClasses(Class<?> scenario) {
        super(PausingClasses.class.getClassLoader());
        itsPackage = scenario.getPackageName() + ".";
        untouched = scenario.getNestHost().getName();
    }

    /// A new one of these, whose answer pauses. The class that it is nested in pauses only where it says
    /// so.
    public static Scenario load(Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        var constructor =
                new PausingClasses(scenario).loadClass(scenario.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Scenario) constructor.newInstance();
    }

    private boolean pausesBefore(CodeElement element) {
        return switch (element) {
            case FieldInstruction _ -> true;
            case MonitorInstruction monitor -> monitor.opcode() == Opcode.MONITORENTER;
            case InvokeInstruction call ->
                !call.name().equalsString(ConstantDescs.INIT_NAME)
                        && call.owner().asInternalName().replace('/', '.').startsWith(itsPackage);
            default -> false;
        };
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(itsPackage)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    /// What a test lends to an answer, which never changes.
    private static boolean isPublicRecord(ClassModel model) {
        return model.flags().has(AccessFlag.PUBLIC)
                && model.superclass()
                        .map(type -> type.asInternalName().equals("java/lang/Record"))
                        .orElse(false);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            ClassModel model = classFile.parse(bytes);
            boolean asItIs = name.startsWith(untouched) || isPublicRecord(model);
            byte[] defined = asItIs ? bytes : classFile.transformClass(model, pausesInMethods);
            return defineClass(name, defined, 0, defined.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
