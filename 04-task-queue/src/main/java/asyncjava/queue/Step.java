package asyncjava.queue;

import java.util.Locale;
import java.util.Optional;

/// What is done to an order, in this order.
enum Step {
    VALIDATE,
    CHARGE,
    SHIP;

    /// The step after this one, if there is one.
    Optional<Step> next() {
        return switch (this) {
            case VALIDATE -> Optional.of(CHARGE);
            case CHARGE -> Optional.of(SHIP);
            case SHIP -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
