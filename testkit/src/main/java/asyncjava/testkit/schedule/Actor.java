package asyncjava.testkit.schedule;

/// A thread of the code under test, by the name under which a report knows it.
///
/// @param number counts them in the order in which they were started
/// @param own whether it belongs to the explorer, as the one that moves virtual time does
record Actor(Thread thread, String name, int number, boolean own) {

    boolean hasEnded() {
        return !thread.isAlive();
    }
}
