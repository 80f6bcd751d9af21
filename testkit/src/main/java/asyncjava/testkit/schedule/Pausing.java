package asyncjava.testkit.schedule;

import asyncjava.testkit.Rewritten;
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
import java.util.function.Predicate;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/// A scenario and the answer that it tries, which lies in the same package, with pauses in the answer. So a
/// schedule can change turns where it otherwise could not: between the read of a count and the write that
/// follows, or between a look at a semaphore and the step that relies on it.
///
/// The scenario itself, with the class that it is nested in, pauses only where it says so; so do
/// constructors, and records that are public, which are what a test lends to an answer. A handler that has
/// a sink try again and again gives way to others, as it would where threads do not take turns.
public final class Pausing {

    private static final ClassDesc SCHEDULE = ClassDesc.of(Schedule.class.getName());
    private static final ClassDesc PAUSING = ClassDesc.of(Pausing.class.getName());
    private static final ClassDesc HANDLER =
            EmitFailureHandler.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc NOTHING_TO_NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final MethodTypeDesc HANDLER_TO_HANDLER = MethodTypeDesc.of(HANDLER, HANDLER);

    private Pausing() {}

    /// Pauses before each access to a field.
    public static Scenario atFields(Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        return pausing(scenario, FieldInstruction.class::isInstance);
    }

    /// Pauses before each access to a field and each call.
    public static Scenario atFieldsAndCalls(Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        return pausing(
                scenario, element -> element instanceof FieldInstruction || element instanceof InvokeInstruction);
    }

    /// Pauses before each access to a field, each call of a method of the answer's own, and each entry into
    /// a monitor.
    public static Scenario atFieldsAndOwnCalls(Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        String itsPackage = scenario.getPackageName().replace('.', '/') + "/";
        return pausing(scenario, element -> switch (element) {
            case FieldInstruction _ -> true;
            case MonitorInstruction monitor -> monitor.opcode() == Opcode.MONITORENTER;
            case InvokeInstruction call ->
                !call.name().equalsString(ConstantDescs.INIT_NAME)
                        && call.owner().asInternalName().startsWith(itsPackage);
            default -> false;
        });
    }

    private static Scenario pausing(Class<? extends Scenario> scenario, Predicate<CodeElement> before)
            throws ReflectiveOperationException {
        String untouched = scenario.getNestHost().getName().replace('.', '/');
        CodeTransform pauses = (code, element) -> {
            if (before.test(element)) {
                code.invokestatic(SCHEDULE, "pause", NOTHING_TO_NOTHING);
            }
            code.with(element);
            if (element instanceof InvokeInstruction call && call.name().equalsString("busyLooping")) {
                code.invokestatic(PAUSING, "givingWay", HANDLER_TO_HANDLER);
            }
        };
        ClassTransform inMethods = ClassTransform.transformingMethodBodies(
                method -> !method.methodName().equalsString(ConstantDescs.INIT_NAME)
                        && !method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME),
                pauses);
        Rewritten rewritten = new Rewritten(
                scenario,
                model -> !model.thisClass().asInternalName().startsWith(untouched) && !isPublicRecord(model),
                inMethods);
        return (Scenario) rewritten.constructor(scenario).newInstance();
    }

    private static boolean isPublicRecord(ClassModel model) {
        return model.flags().has(AccessFlag.PUBLIC)
                && model.superclass()
                        .map(type -> type.asInternalName().equals("java/lang/Record"))
                        .orElse(false);
    }

    /// Called by the code that is rewritten.
    public static EmitFailureHandler givingWay(EmitFailureHandler handler) {
        return (signal, result) -> {
            Schedule.pause();
            return handler.onEmitFailure(signal, result);
        };
    }
}
