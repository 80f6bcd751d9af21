package asyncjava.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/// Skips the tests of a class that come after one that failed.
final class OneThingAtATime implements ExecutionCondition, TestInstancePreConstructCallback, TestWatcher {

    private static final ExtensionContext.Namespace MINE = ExtensionContext.Namespace.create(OneThingAtATime.class);
    private static final String REASON = "first things first: another test has failed";

    /// JUnit asks whether to skip a test when it has made an instance for it, and calls no `@AfterEach` then:
    /// the servers and threads among its fields would stay.
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        if (isSkipped(context)) {
            throw new TestAbortedException(REASON);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return isSkipped(context)
                ? ConditionEvaluationResult.disabled(REASON)
                : ConditionEvaluationResult.enabled("nothing has failed before it");
    }

    private static boolean isSkipped(ExtensionContext context) {
        boolean all = context.getConfigurationParameter("asyncjava.exercise.all", Boolean::valueOf)
                .orElse(false);
        return !all && failures(context).get(context.getRequiredTestClass()) != null;
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        failures(context).put(context.getRequiredTestClass(), true);
    }

    private static ExtensionContext.Store failures(ExtensionContext context) {
        return context.getRoot().getStore(MINE);
    }
}
