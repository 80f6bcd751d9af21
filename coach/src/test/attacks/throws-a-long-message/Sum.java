package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        throw new IllegalStateException("first " + "word ".repeat(1_000_000) + "last");
    }
}
