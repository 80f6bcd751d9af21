package asyncjava.common.timeline;

/// How a span ended, or that it has not.
public enum Outcome {
    OK,
    FAILED,
    CANCELLED,
    RUNNING
}
