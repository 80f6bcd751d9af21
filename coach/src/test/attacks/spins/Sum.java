package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        while (!done) {
            asked++;
        }
        return a + b;
    }

    static volatile boolean done;
    static volatile int asked;
}
