package asyncjava.site;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/// What the site itself saw: who came when, how many at once, how many connections are open. Tests believe it rather
/// than the client.
///
/// A request is in flight from its arrival until its last byte is handed to the connection or its client is gone.
/// So a client that begins its next request after it has read an answer is never counted twice.
///
/// What is counted goes back to the last [#reset()]; [#openConnections()] is what is open now. Requests for the account
/// itself are not counted.
public final class Account {

    /// How many requests are kept with their times; the others are only counted.
    public static final int VISITS_KEPT = 200_000;

    private static final int PATHS_COUNTED = 20_000;
    private static final int SLOTS_COUNTED = 36_000;
    private static final String OTHER_PATHS = "(other paths)";

    private final Object lock = new Object();
    private final Map<URI, Tally> hosts = new LinkedHashMap<>();
    private Map<String, Tally> paths = new LinkedHashMap<>();
    private Queue<Visit> visits = new ArrayDeque<>();
    private List<Integer> slots = new ArrayList<>();
    private Tally all = new Tally();
    private long connections;
    private long abandoned;
    private long since = System.nanoTime();
    private int generation;

    Account() {}

    /// Requests so far.
    public long requests() {
        synchronized (lock) {
            return all.requests;
        }
    }

    /// Requests for one path so far, whatever their query.
    public long requests(String path) {
        synchronized (lock) {
            return of(path).requests;
        }
    }

    /// Requests that are being answered now.
    public int inFlight() {
        synchronized (lock) {
            return all.inFlight;
        }
    }

    /// The most requests that were ever being answered at once.
    public int peakInFlight() {
        synchronized (lock) {
            return all.peak;
        }
    }

    /// The most that were ever being answered at once by one host.
    public int peakInFlight(URI host) {
        synchronized (lock) {
            return tally(host).peak;
        }
    }

    /// The most that were ever being answered at once at one path.
    public int peakInFlight(String path) {
        synchronized (lock) {
            return of(path).peak;
        }
    }

    /// Connections that clients hold open now.
    public int openConnections() {
        synchronized (lock) {
            return hosts.values().stream().mapToInt(tally -> tally.open).sum();
        }
    }

    /// Connections that were opened so far.
    public long connections() {
        synchronized (lock) {
            return connections;
        }
    }

    /// Requests whose client was gone before the answer's end.
    public long abandoned() {
        synchronized (lock) {
            return abandoned;
        }
    }

    /// The requests so far by the time of their arrival, at most the first [#VISITS_KEPT].
    public List<Visit> visits() {
        synchronized (lock) {
            return List.copyOf(visits);
        }
    }

    /// Begins anew. What is in flight or open stays so, and is not counted as a request again.
    public void reset() {
        synchronized (lock) {
            all = all.begunAnew();
            hosts.replaceAll((_, tally) -> tally.begunAnew());
            Map<String, Tally> underWay = new LinkedHashMap<>();
            paths.forEach((path, tally) -> {
                if (tally.inFlight > 0) {
                    underWay.put(path, tally.begunAnew());
                }
            });
            paths = underWay;
            visits = new ArrayDeque<>();
            slots = new ArrayList<>();
            connections = 0;
            abandoned = 0;
            since = System.nanoTime();
            generation++;
        }
    }

    void addHost(URI host) {
        synchronized (lock) {
            hosts.put(host, new Tally());
        }
    }

    void connectionOpened(URI host) {
        synchronized (lock) {
            connections++;
            tally(host).open++;
        }
    }

    void connectionClosed(URI host) {
        synchronized (lock) {
            tally(host).open--;
        }
    }

    /// A request has arrived, and ends by [InFlight#end] or [InFlight#abandon], whichever comes first.
    InFlight arrived(URI host, String uri) {
        String path = pathOf(uri);
        synchronized (lock) {
            long after = System.nanoTime() - since;
            all.begin();
            tally(host).begin();
            Tally ofPath = paths.get(path);
            if (ofPath == null) {
                ofPath = paths.computeIfAbsent(paths.size() < PATHS_COUNTED ? path : OTHER_PATHS, _ -> new Tally());
            }
            ofPath.begin();
            if (visits.size() < VISITS_KEPT) {
                visits.add(new Visit(host, uri, after));
            }
            count(after);
            return new InFlight(this, host, ofPath, generation);
        }
    }

    private void count(long after) {
        int slot = (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(after) / 100);
        if (slot < SLOTS_COUNTED) {
            while (slots.size() <= slot) {
                slots.add(0);
            }
            slots.set(slot, slots.get(slot) + 1);
        }
    }

    private void ended(InFlight request, boolean byItsClient) {
        synchronized (lock) {
            if (!request.over) {
                request.over = true;
                all.inFlight--;
                tally(request.host).inFlight--;
                request.path.inFlight--;
                if (byItsClient && request.generation == generation) {
                    abandoned++;
                }
            }
        }
    }

    private Tally of(String path) {
        return paths.getOrDefault(path, new Tally());
    }

    private Tally tally(URI host) {
        Tally tally = hosts.get(host);
        if (tally == null) {
            throw new IllegalArgumentException("host must be one of %s, was %s".formatted(hosts.keySet(), host));
        }
        return tally;
    }

    private static String pathOf(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /// All of it as values, for `/stats`.
    Snapshot snapshot() {
        synchronized (lock) {
            Map<String, List<Long>> times = new LinkedHashMap<>();
            for (Visit visit : visits) {
                List<Long> some = times.computeIfAbsent(pathOf(visit.uri()), _ -> new ArrayList<>());
                if (some.size() < Snapshot.TIMES_SHOWN) {
                    some.add(TimeUnit.NANOSECONDS.toMillis(visit.nanos()));
                }
            }
            Map<String, Snapshot.Host> byHost = new LinkedHashMap<>();
            hosts.forEach((host, tally) -> byHost.put(
                    host.toString(), new Snapshot.Host(tally.requests, tally.inFlight, tally.peak, tally.open)));
            Map<String, Snapshot.Path> byPath = new LinkedHashMap<>();
            paths.forEach((path, tally) -> byPath.put(
                    path, new Snapshot.Path(tally.requests, tally.peak, times.getOrDefault(path, List.of()))));
            return new Snapshot(
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since),
                    all.requests,
                    all.inFlight,
                    all.peak,
                    abandoned,
                    connections,
                    openConnections(),
                    List.copyOf(slots),
                    byHost,
                    byPath);
        }
    }

    /// A request's arrival.
    ///
    /// @param host scheme, name and port
    /// @param uri the path with its query
    /// @param nanos how long after the account began
    public record Visit(URI host, String uri, long nanos) {}

    /// One request that is being answered.
    static final class InFlight {

        private final Account account;
        private final URI host;
        private final Tally path;
        private final int generation;
        private boolean over;

        private InFlight(Account account, URI host, Tally path, int generation) {
            this.account = account;
            this.host = host;
            this.path = path;
            this.generation = generation;
        }

        /// The last byte is about to be handed to the connection.
        void end() {
            account.ended(this, false);
        }

        /// The client has gone.
        void abandon() {
            account.ended(this, true);
        }
    }

    private static final class Tally {
        private long requests;
        private int inFlight;
        private int peak;
        private int open;

        void begin() {
            requests++;
            inFlight++;
            peak = Math.max(peak, inFlight);
        }

        Tally begunAnew() {
            requests = 0;
            peak = inFlight;
            return this;
        }
    }
}
