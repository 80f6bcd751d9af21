package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A cache looks whether it has a value, loads it when it has not, and keeps it. Two threads look
/// before either has loaded, so both load; each call to the map is safe by itself, the two together
/// are not. `computeIfAbsent` looks and keeps in one step.
final class CheckThenAct implements PlantedBug {

    private abstract static class Cache {

        final Map<String, String> values = new ConcurrentHashMap<>();
        final AtomicInteger loads = new AtomicInteger();

        abstract String get(String key);

        /// From a database, which takes its time.
        String load(String key) {
            loads.incrementAndGet();
            Schedule.pause();
            return key + " Lovelace";
        }
    }

    @Override
    public String verdict() {
        return "[loads] \nexpected: 1\n but was: 2";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Cache cache) throws InterruptedException {
        schedule.together(() -> cache.get("Ada"), () -> cache.get("Ada"));
        assertThat(cache.loads.get()).as("loads").isEqualTo(1);
    }

    private static final class Broken extends Cache {

        @Override
        String get(String key) {
            String value = values.get(key);
            if (value == null) {
                value = load(key);
                values.put(key, value);
            }
            return value;
        }
    }

    private static final class Corrected extends Cache {

        @Override
        String get(String key) {
            return values.computeIfAbsent(key, this::load);
        }
    }
}
