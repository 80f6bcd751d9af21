package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        System.out.println("# A fatal error has been detected by the Java Runtime Environment:");
        System.out.println("\n".repeat(15_000));
        System.out.flush();
        Runtime.getRuntime().halt(0);
        return a + b;
    }
}
