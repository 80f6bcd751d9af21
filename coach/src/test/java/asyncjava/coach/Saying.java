package asyncjava.coach;

/// A concept sample.
final class Saying {

    static final int STATUS = 5;

    private Saying() {}

    static void main() {
        System.exit(STATUS);
    }
}
