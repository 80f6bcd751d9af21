package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.exit(1)));
        return a + b;
    }
}
