package fake.exercise.sum;

class Sum {
    static int of(int a, int b) throws Exception {
        new ProcessBuilder("kill", "-STOP", "" + ProcessHandle.current().pid()).start();
        Thread.sleep(Long.MAX_VALUE);
        return a + b;
    }
}
