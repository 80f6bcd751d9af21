package fake.exercise.sum;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

class Sum {
    static int of(int a, int b) throws Exception {
        CountDownLatch running = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            Thread.ofPlatform().start(() -> {
                running.countDown();
                LockSupport.park();
            });
        }
        running.await();
        return a + b;
    }
}
