package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        static long of(long a, long b) {
            return a + b;
        }
    }
}
