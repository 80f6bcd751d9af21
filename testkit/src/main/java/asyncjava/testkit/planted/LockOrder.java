package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Shared;
import java.util.concurrent.locks.ReentrantLock;

/// A transfer locks the account that pays, then the one that receives. Two transfers in opposite
/// directions each hold the lock that the other one needs, and wait for ever. When every transfer
/// locks the account with the lower number first, no circle can arise.
final class LockOrder implements PlantedBug {

    private interface Bank {
        void transfer(Account from, Account to, int amount);
    }

    @Override
    public String verdict() {
        return "A deadlock: ";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, LockOrder::payerFirst);
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, LockOrder::lowerNumberFirst);
    }

    private static void check(Schedule schedule, Bank bank) throws InterruptedException {
        Account ada = new Account(1, 100);
        Account bob = new Account(2, 100);
        schedule.together(() -> bank.transfer(ada, bob, 10), () -> bank.transfer(bob, ada, 30));
        assertThat(ada.balance.read()).isEqualTo(120);
        assertThat(bob.balance.read()).isEqualTo(80);
    }

    private static void payerFirst(Account from, Account to, int amount) {
        from.lock.lock();
        try {
            from.add(-amount);
            to.lock.lock();
            try {
                to.add(amount);
            } finally {
                to.lock.unlock();
            }
        } finally {
            from.lock.unlock();
        }
    }

    private static void lowerNumberFirst(Account from, Account to, int amount) {
        boolean payerFirst = from.number < to.number;
        Account first = payerFirst ? from : to;
        Account second = payerFirst ? to : from;
        first.lock.lock();
        try {
            second.lock.lock();
            try {
                from.add(-amount);
                to.add(amount);
            } finally {
                second.lock.unlock();
            }
        } finally {
            first.lock.unlock();
        }
    }

    private static final class Account {

        private final int number;
        private final ReentrantLock lock = new ReentrantLock();
        private final Shared<Integer> balance;

        Account(int number, int balance) {
            this.number = number;
            this.balance = new Shared<>(balance);
        }

        void add(int amount) {
            balance.write(balance.read() + amount);
        }
    }
}
