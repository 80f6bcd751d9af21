package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Shared;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// A download is cancelled just when it completes. Each of the two looks whether it is over already, and
/// both see that it is not, so that the result and the cancellation are both reported. A compare-and-set
/// lets only the first of them through.
final class CancelRacesComplete implements PlantedBug {

    @Override
    public String verdict() {
        return "[reported once]";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Download download) throws InterruptedException {
        schedule.together(() -> download.complete("page"), download::cancel);
        assertThat(download.reported).as("reported once").hasSize(1);
    }

    private abstract static class Download {

        private final List<String> reported = new CopyOnWriteArrayList<>();

        void complete(String result) {
            if (endsNow()) {
                reported.add(result);
            }
        }

        void cancel() {
            if (endsNow()) {
                reported.add("cancelled");
            }
        }

        /// Whether the caller is the first to end it.
        abstract boolean endsNow();
    }

    private static final class Broken extends Download {

        private final Shared<Boolean> ended = new Shared<>(false);

        @Override
        boolean endsNow() {
            if (ended.read()) {
                return false;
            }
            ended.write(true);
            return true;
        }
    }

    private static final class Corrected extends Download {

        private final AtomicBoolean ended = new AtomicBoolean();

        @Override
        boolean endsNow() {
            return ended.compareAndSet(false, true);
        }
    }
}
