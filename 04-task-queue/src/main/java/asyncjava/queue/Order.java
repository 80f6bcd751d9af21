package asyncjava.queue;

import java.util.Optional;

/// An order, and how far it has come.
///
/// @param cents what a piece costs
/// @param next the step that is next, or empty when all are done. An order that is handed back goes on from
/// there:
///     nobody is charged twice
record Order(String id, String customer, String product, int quantity, long cents, Optional<Step> next) {

    static final int MOST_PIECES = 1_000_000;
    static final long MOST_CENTS = 1_000_000_000;

    Order {
        requireText("id", id);
        requireText("customer", customer);
        requireText("product", product);
        requireBetween("quantity", quantity, 1, MOST_PIECES);
        requireBetween("cents", cents, 0, MOST_CENTS);
    }

    /// An order to which nothing has been done.
    Order(String id, String customer, String product, int quantity, long cents) {
        this(id, customer, product, quantity, cents, Optional.of(Step.VALIDATE));
    }

    /// The same order when its next step is done.
    Order afterStep() {
        return new Order(
                id, customer, product, quantity, cents, next.orElseThrow().next());
    }

    long total() {
        return quantity * cents;
    }

    private static void requireText(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }

    private static void requireBetween(String name, long got, long least, long most) {
        if (got < least || got > most) {
            throw new IllegalArgumentException("%s must be from %d to %d, was %d".formatted(name, least, most, got));
        }
    }
}
