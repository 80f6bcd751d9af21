package asyncjava.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// What answers wait for that are held back until somebody lets them go.
final class Holds {

    private static final int KEYS = 10_000;

    private final Map<String, Mono<?>> given = new ConcurrentHashMap<>();
    private final Map<String, Sinks.Empty<Void>> own = new ConcurrentHashMap<>();

    /// What an answer with this key waits for.
    Mono<?> until(String key) {
        Mono<?> until = given.get(key);
        if (until != null) {
            return until;
        }
        if (own.size() >= KEYS && !own.containsKey(key)) {
            throw new BadRequest("key: got \"%s\"; accepted: at most %d keys, release one first".formatted(key, KEYS));
        }
        return own.computeIfAbsent(key, _ -> Sinks.empty()).asMono();
    }

    void hold(String key, Mono<?> until) {
        given.put(key, until);
    }

    /// Lets those go that wait now; who comes later waits anew.
    ///
    /// @return whether anybody has ever waited for it
    boolean release(String key) {
        Sinks.Empty<Void> sink = own.remove(key);
        return sink != null && sink.tryEmitEmpty().isSuccess();
    }
}
