package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        Runtime.getRuntime().halt(255);
        return a + b;
    }
}
