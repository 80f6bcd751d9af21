package asyncjava.testkit;

/// What happens at a moment of virtual time; moments that are equal go by the order of asking.
sealed interface Due {

    /// Nanoseconds since the virtual time began.
    long at();

    long order();

    record Task(long at, long order, VirtualTask<?> task) implements Due {}

    record Sleeper(long at, long order, Runnable alarm) implements Due {}
}
