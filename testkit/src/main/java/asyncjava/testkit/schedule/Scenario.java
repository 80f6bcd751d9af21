package asyncjava.testkit.schedule;

/// What is run on every schedule: it makes the objects under test anew, calls them from several threads,
/// and asserts.
@FunctionalInterface
public interface Scenario {

    void run(Schedule schedule) throws Exception;
}
