package asyncjava.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/// Skips the tests of a class that come after one that failed.
final class OneThingAtATime implements ExecutionCondition, TestWatcher {

    private static final ExtensionContext.Namespace MINE = ExtensionContext.Namespace.create(OneThingAtATime.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean all = context.getConfigurationParameter("asyncjava.exercise.all", Boolean::valueOf)
                .orElse(false);
        return !all && failures(context).get(context.getRequiredTestClass()) != null
                ? ConditionEvaluationResult.disabled("first things first: another test has failed")
                : ConditionEvaluationResult.enabled("nothing has failed before it");
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        failures(context).put(context.getRequiredTestClass(), true);
    }

    private static ExtensionContext.Store failures(ExtensionContext context) {
        return context.getRoot().getStore(MINE);
    }
}
