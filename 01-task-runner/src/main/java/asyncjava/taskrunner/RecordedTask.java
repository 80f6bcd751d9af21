package asyncjava.taskrunner;

import asyncjava.common.timeline.Timeline;
import reactor.core.publisher.Mono;

/// A task whose every run is a span on a timeline, so that the styles need not know that they are watched.
record RecordedTask(Task task, Timeline timeline) implements Task {

    @Override
    public String name() {
        return task.name();
    }

    @Override
    public String call() throws Exception {
        return timeline.record(name(), task);
    }

    @Override
    public Mono<String> mono() {
        return timeline.record(name(), task.mono());
    }
}
