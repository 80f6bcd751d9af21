package fake.exercise.sum;

class Sum {
    static int of(int a, int b) {
        for (int i = 0; i < 16; i++) {
            Thread spinning = new Thread(Sum::spin);
            spinning.setPriority(Thread.MAX_PRIORITY);
            spinning.start();
        }
        spin();
        return a + b;
    }

    static volatile boolean done;

    static void spin() {
        while (!done) {
            Thread.onSpinWait();
        }
    }
}
