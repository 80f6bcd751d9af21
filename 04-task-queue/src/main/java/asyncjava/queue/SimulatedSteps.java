package asyncjava.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import reactor.core.publisher.Mono;

/// Steps that take a while, and fail now and then. What becomes of an order depends on the seed and its id
/// alone, so that it is the same in every style and on every day.
///
/// @param seed of all chance
/// @param failing the share of orders that have trouble at one of their steps, from 0 to 1; half of them at
/// the first
///     attempt alone, the others at each
/// @param time what a step takes on average: from half of it to one and a half
record SimulatedSteps(long seed, double failing, Duration time) implements Handler {

    /// The trouble that an order will have.
    private record Trouble(Step step, boolean forGood) {}

    /// What a step says that could not be done.
    static final class StepFailed extends Exception {

        private static final long serialVersionUID = 1;

        StepFailed(Step step) {
            super(
                    switch (step) {
                        case VALIDATE -> "the address is incomplete";
                        case CHARGE -> "the card was declined";
                        case SHIP -> "the parcel was returned";
                    },
                    null,
                    false,
                    false);
        }
    }

    @Override
    public void handle(Order order, Step step, int attempt) throws StepFailed, InterruptedException {
        if (!time.isZero()) {
            Thread.sleep(takes(order, step));
        }
        if (fails(order, step, attempt)) {
            throw new StepFailed(step);
        }
    }

    @Override
    public Mono<Void> handleLater(Order order, Step step, int attempt) {
        Mono<Void> ended = fails(order, step, attempt) ? Mono.error(new StepFailed(step)) : Mono.empty();
        return time.isZero() ? ended : Mono.delay(takes(order, step)).then(ended);
    }

    private boolean fails(Order order, Step step, int attempt) {
        return failing > 0
                && trouble(order)
                        .filter(trouble -> trouble.step == step && (attempt == 1 || trouble.forGood))
                        .isPresent();
    }

    private Optional<Trouble> trouble(Order order) {
        SplittableRandom chance = chance(order, 0);
        if (chance.nextDouble() >= failing) {
            return Optional.empty();
        }
        Step step = switch (chance.nextInt(3)) {
            case 0 -> Step.VALIDATE;
            case 1 -> Step.CHARGE;
            default -> Step.SHIP;
        };
        return Optional.of(new Trouble(step, chance.nextBoolean()));
    }

    private Duration takes(Order order, Step step) {
        double share = 0.5 + chance(order, step.name().hashCode()).nextDouble();
        return Duration.ofNanos((long) (share * time.toNanos()));
    }

    private SplittableRandom chance(Order order, int salt) {
        return new SplittableRandom(seed * 31 + order.id().hashCode() * 0xBF58476D1CE4E5B9L + salt);
    }
}
