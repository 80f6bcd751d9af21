package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;
import java.util.ArrayDeque;
import java.util.Deque;

/// Those who put and those who take wait on the same monitor, and `notify` wakes any one of them.
/// After a take it may wake another taker, who finds nothing and waits again, while the one who
/// could put sleeps on. `notifyAll` wakes both kinds, and each looks for itself.
final class NotifyInsteadOfNotifyAll implements PlantedBug {

    private abstract static class Slot {

        private final Deque<String> items = new ArrayDeque<>();

        abstract void changed();

        synchronized void put(String item) throws InterruptedException {
            while (!items.isEmpty()) {
                wait();
            }
            items.add(item);
            changed();
        }

        synchronized String take() throws InterruptedException {
            while (items.isEmpty()) {
                wait();
            }
            String item = items.remove();
            changed();
            return item;
        }
    }

    @Override
    public String verdict() {
        return "notify and signal wake only";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Slot slot) throws InterruptedException {
        schedule.together(slot::take, slot::take, () -> {
            slot.put("tea");
            slot.put("toast");
        });
    }

    private static final class Broken extends Slot {

        @Override
        synchronized void changed() {
            notify();
        }
    }

    private static final class Corrected extends Slot {

        @Override
        synchronized void changed() {
            notifyAll();
        }
    }
}
