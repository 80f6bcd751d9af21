package asyncjava.requests.exercise.downloads;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Keeps what it is told.
final class RecordedProgress implements Progress {

    private static final int SHOWN = 6;

    private final Map<URI, List<Update>> updates = new ConcurrentHashMap<>();
    private final Map<URI, AtomicInteger> inside = new ConcurrentHashMap<>();
    private volatile boolean twoAtOnce;

    private record Update(long soFar, long total) {}

    @Override
    public void update(URI uri, long bytesSoFar, long total) {
        AtomicInteger here = inside.computeIfAbsent(uri, _ -> new AtomicInteger());
        twoAtOnce |= here.incrementAndGet() > 1;
        updates.computeIfAbsent(uri, _ -> new CopyOnWriteArrayList<>()).add(new Update(bytesSoFar, total));
        here.decrementAndGet();
    }

    /// The latest that was told of a file; 0 where nothing was.
    long bytes(URI uri) {
        List<Update> told = of(uri);
        return told.isEmpty() ? 0 : told.getLast().soFar();
    }

    boolean growsFor(URI uri) {
        List<Update> told = of(uri);
        return IntStream.range(1, told.size())
                .allMatch(i -> told.get(i).soFar() >= told.get(i - 1).soFar());
    }

    boolean hasTotal(URI uri, long total) {
        return of(uri).stream().allMatch(update -> update.total() == total);
    }

    boolean wasToldTwoAtOnce() {
        return twoAtOnce;
    }

    /// The first and the last that was told of a file, for people.
    String inWords(URI uri) {
        List<Update> told = of(uri);
        Stream<String> words = told.stream().map(update -> "%d of %d".formatted(update.soFar(), update.total()));
        return told.isEmpty()
                ? "nothing"
                : told.size() <= SHOWN
                        ? words.collect(Collectors.joining(", "))
                        : Stream.concat(
                                        words.limit(SHOWN - 1),
                                        Stream.of(
                                                "…",
                                                "%d of %d"
                                                        .formatted(
                                                                told.getLast().soFar(),
                                                                told.getLast().total())))
                                .collect(Collectors.joining(", "));
    }

    private List<Update> of(URI uri) {
        return updates.getOrDefault(uri, List.of());
    }
}
