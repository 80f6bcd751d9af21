package fake.exercise.sum;

import java.util.concurrent.locks.LockSupport;

class Sum {
    static int of(int a, int b) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            Thread.ofPlatform().start(LockSupport::park);
        }
        Thread.sleep(Long.MAX_VALUE);
        return a + b;
    }
}
