package asyncjava.queue;

import asyncjava.testkit.Gate;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/// Steps that a test knows of, some of which do as it says.
final class TestHandler implements Handler {

    private final List<Began> began = new ArrayList<>();
    private final Script script;

    /// An attempt that has begun.
    record Began(String id, Step step, int attempt) {}

    /// What a step does, in both shapes.
    interface Does {

        void call() throws Throwable;

        default Mono<Void> mono() {
            return Mono.defer(() -> {
                try {
                    call();
                    return Mono.empty();
                } catch (Throwable e) {
                    return Mono.error(e);
                }
            });
        }
    }

    /// Says what an attempt does.
    interface Script {
        Does does(Order order, Step step, int attempt);
    }

    static final Does NOTHING = () -> {};

    /// Waits at a gate.
    static Does passes(Gate gate) {
        return new Does() {
            @Override
            public void call() throws Exception {
                gate.pass();
            }

            @Override
            public Mono<Void> mono() {
                return gate.mono();
            }
        };
    }

    TestHandler(Script script) {
        this.script = script;
    }

    @Override
    public void handle(Order order, Step step, int attempt) throws Exception {
        begins(order, step, attempt);
        try {
            script.does(order, step, attempt).call();
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    @Override
    public Mono<Void> handleLater(Order order, Step step, int attempt) {
        begins(order, step, attempt);
        return script.does(order, step, attempt).mono();
    }

    private synchronized void begins(Order order, Step step, int attempt) {
        began.add(new Began(order.id(), step, attempt));
    }

    /// All attempts so far, in the order in which they began.
    synchronized List<Began> began() {
        return List.copyOf(began);
    }

    /// Throws whatever it is, as code can that was compiled from something else than Java.
    private static RuntimeException unchecked(Throwable any) {
        TestHandler.<RuntimeException>throwAs(any);
        return new IllegalStateException(any);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void throwAs(Throwable any) throws E {
        throw (E) any;
    }
}
