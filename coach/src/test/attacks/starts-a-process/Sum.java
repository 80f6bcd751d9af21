package fake.exercise.sum;

class Sum {
    static int of(int a, int b) throws Exception {
        new ProcessBuilder("sleep", "3600").inheritIO().start();
        return a + b;
    }
}
