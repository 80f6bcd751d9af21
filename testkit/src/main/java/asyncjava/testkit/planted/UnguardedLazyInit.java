package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Shared;
import asyncjava.testkit.schedule.Started;
import org.jspecify.annotations.NullUnmarked;

/// A connection is opened when somebody needs it first, and shared from then on. Two threads find
/// none and open one each, so that they do not share it, and one of the two is never closed.
/// `synchronized` makes the look and the opening one step.
@NullUnmarked
final class UnguardedLazyInit implements PlantedBug {

    private interface Session {
        Connection connection();
    }

    @Override
    public String verdict() {
        return "to refer to the same object";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Session session) throws InterruptedException {
        Started<Connection> one = schedule.start("one", session::connection);
        Started<Connection> two = schedule.start("two", session::connection);
        assertThat(one.result()).isSameAs(two.result());
    }

    private static final class Connection {}

    private static final class Broken implements Session {

        private final Shared<Connection> open = new Shared<>(null);

        @Override
        public Connection connection() {
            Connection connection = open.read();
            if (connection == null) {
                connection = new Connection();
                open.write(connection);
            }
            return connection;
        }
    }

    private static final class Corrected implements Session {

        private final Shared<Connection> open = new Shared<>(null);

        @Override
        public synchronized Connection connection() {
            Connection connection = open.read();
            if (connection == null) {
                connection = new Connection();
                open.write(connection);
            }
            return connection;
        }
    }
}
