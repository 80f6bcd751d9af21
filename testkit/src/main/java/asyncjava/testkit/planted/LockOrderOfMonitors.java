package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Shared;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A taxi reports to the office from a `synchronized` method, and the office asks the taxi from one
/// of its own. Each call holds one monitor and wants the other's, in opposite orders, so that both
/// may wait for ever. A call to somebody else's code is made when no monitor is held.
final class LockOrderOfMonitors implements PlantedBug {

    private abstract static class Taxi {

        final Office office;
        final Shared<String> place = new Shared<>("garage");

        Taxi(Office office) {
            this.office = office;
        }

        abstract void arriveAt(String destination);

        synchronized String place() {
            return place.read();
        }
    }

    @Override
    public String verdict() {
        return "A deadlock: ";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        Office office = new Office();
        check(schedule, office, new Broken(office));
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        Office office = new Office();
        check(schedule, office, new Corrected(office));
    }

    private static void check(Schedule schedule, Office office, Taxi taxi) throws InterruptedException {
        office.taxis.add(taxi);
        schedule.together(() -> taxi.arriveAt("station"), office::map);
        assertThat(office.map()).containsExactly("station");
        assertThat(office.free).containsExactly(taxi);
    }

    private static final class Office {

        private final List<Taxi> taxis = new CopyOnWriteArrayList<>();
        private final List<Taxi> free = new CopyOnWriteArrayList<>();

        synchronized void hasBecomeFree(Taxi taxi) {
            free.add(taxi);
        }

        synchronized List<String> map() {
            return taxis.stream().map(Taxi::place).toList();
        }
    }

    private static final class Broken extends Taxi {

        Broken(Office office) {
            super(office);
        }

        @Override
        synchronized void arriveAt(String destination) {
            place.write(destination);
            office.hasBecomeFree(this);
        }
    }

    private static final class Corrected extends Taxi {

        Corrected(Office office) {
            super(office);
        }

        @Override
        void arriveAt(String destination) {
            synchronized (this) {
                place.write(destination);
            }
            office.hasBecomeFree(this);
        }
    }
}
