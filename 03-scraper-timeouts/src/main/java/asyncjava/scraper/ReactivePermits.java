package asyncjava.scraper;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// A semaphore on which no thread waits. First come, first served; who gives up leaves the queue, and who
/// has a permit gives it back, however its work ends.
final class ReactivePermits {

    private int free;
    private final Set<Place> queue = new LinkedHashSet<>();
    private final Deque<Place> admitted = new ArrayDeque<>();
    private boolean admitting;

    ReactivePermits(int permits) {
        free = permits;
    }

    /// Does the work while it has a permit.
    ///
    /// @param atMost how long it waits for one
    /// @param tooLate what comes of it otherwise
    <T> Mono<T> withPermit(Duration atMost, Mono<T> work, Supplier<T> tooLate) {
        return Mono.defer(() -> {
            Place place = new Place();
            return place.permit
                    .asMono()
                    .thenReturn(true)
                    .doOnSubscribe(_ -> enter(place))
                    .timeout(atMost, Mono.just(false))
                    .flatMap(inTime -> inTime ? work : Mono.fromSupplier(tooLate))
                    .doFinally(_ -> leave(place));
        });
    }

    private void enter(Place place) {
        synchronized (this) {
            if (free == 0) {
                queue.add(place);
                return;
            }
            free--;
            place.hasPermit = true;
        }
        place.admit();
    }

    /// Of effect once, whether it has a permit by then or waits for one still.
    private void leave(Place place) {
        synchronized (this) {
            boolean waited = queue.remove(place);
            if (waited || !place.hasPermit) {
                return;
            }
            place.hasPermit = false;
            passOn();
            if (admitting) {
                return;
            }
            admitting = true;
        }
        for (Optional<Place> next = nextAdmitted(); next.isPresent(); next = nextAdmitted()) {
            next.get().admit();
        }
    }

    private void passOn() {
        Iterator<Place> waiting = queue.iterator();
        if (!waiting.hasNext()) {
            free++;
            return;
        }
        Place next = waiting.next();
        waiting.remove();
        next.hasPermit = true;
        admitted.add(next);
    }

    /// Whose work ends at once leaves while it is being admitted, and would admit the next within itself,
    /// and so on, as deep as the queue is long. Whoever is first admits them all, one after another.
    private synchronized Optional<Place> nextAdmitted() {
        Optional<Place> next = Optional.ofNullable(admitted.poll());
        admitting = next.isPresent();
        return next;
    }

    private static final class Place {

        private final Sinks.Empty<Void> permit = Sinks.empty();
        private boolean hasPermit;

        /// Nobody may listen any more; then it leaves at once.
        void admit() {
            permit.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
        }
    }
}
