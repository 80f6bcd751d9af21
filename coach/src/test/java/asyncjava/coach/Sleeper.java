package asyncjava.coach;

import java.util.concurrent.CountDownLatch;

/// A project's main class that says its process id and then waits to be ended.
final class Sleeper {

    private Sleeper() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println(ProcessHandle.current().pid());
        new CountDownLatch(1).await();
    }
}
