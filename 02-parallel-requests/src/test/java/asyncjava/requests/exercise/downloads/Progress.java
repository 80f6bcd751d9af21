package asyncjava.requests.exercise.downloads;

import java.net.URI;

/// Is told how far the downloads are; from any thread, for one file one call after another.
@FunctionalInterface
public interface Progress {

    void update(URI uri, long bytesSoFar, long total);
}
