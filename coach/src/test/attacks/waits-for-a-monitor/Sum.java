package fake.exercise.sum;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

class Sum {
    static int of(int a, int b) throws Exception {
        Object lock = new Object();
        CountDownLatch taken = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            synchronized (lock) {
                taken.countDown();
                LockSupport.park();
            }
        });
        taken.await();
        synchronized (lock) {
            return a + b;
        }
    }
}
