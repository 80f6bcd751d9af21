package fake.exercise.sum;

class Sum {
    static long of(long a, long b) {
        return a + b;
    }
}
