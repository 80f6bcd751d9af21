package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        while (true) {
            Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);
        }
    }
}
