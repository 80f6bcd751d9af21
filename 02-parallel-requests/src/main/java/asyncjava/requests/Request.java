package asyncjava.requests;

import asyncjava.common.timeline.Timeline;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/// One URL to fetch.
///
/// @param name what it is called on the timeline
/// @param destination where the body goes
/// @param ended is told what became of it, the moment that it has
record Request(String name, URI uri, Destination destination, Timeline timeline, Consumer<Result> ended) {

    Request(String name, URI uri, Destination destination, Timeline timeline) {
        this(name, uri, destination, timeline, _ -> {});
    }

    /// Begins it: from now on it is on the timeline, and its time runs.
    ///
    /// @param timeout what it is given, for the words of its failure
    Transfer begin(Duration timeout) {
        Destination.Sink sink = destination.open();
        return new Transfer(name, timeline.open(name), sink, timeout, ended);
    }
}
