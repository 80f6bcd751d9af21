package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        System.exit(0);
        return a + b;
    }
}
