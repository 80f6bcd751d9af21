package asyncjava.testkit.schedule;

/// A thread of the code under test, by the name under which a report knows it.
///
/// @param number counts them in the order in which they were started
/// @param own whether it belongs to the explorer: it moves virtual time, or stands for a scheduler of
/// Reactor's
record Actor(Thread thread, String name, int number, boolean own) {

    boolean hasEnded() {
        return !thread.isAlive();
    }
}
