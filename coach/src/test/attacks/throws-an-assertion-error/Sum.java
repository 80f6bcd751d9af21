package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        throw new AssertionError("Expected 1, and saw 1.");
    }
}
