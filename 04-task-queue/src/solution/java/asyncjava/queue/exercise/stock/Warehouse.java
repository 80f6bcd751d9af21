package asyncjava.queue.exercise.stock;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Warehouse {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private int store;
    private int shelf;
    private boolean open;

    public void deliver(int pieces) {
        lock.lock();
        try {
            store += pieces;
        } finally {
            lock.unlock();
        }
    }

    public int restock(int pieces) {
        lock.lock();
        try {
            int moved = Math.min(pieces, store);
            store -= moved;
            shelf += moved;
            changed.signalAll();
            return moved;
        } finally {
            lock.unlock();
        }
    }

    public Stock stock() {
        lock.lock();
        try {
            return new Stock(store, shelf);
        } finally {
            lock.unlock();
        }
    }

    public void take(int pieces) throws InterruptedException {
        lock.lock();
        try {
            // Both in one loop: while it waits for the one, the other may change.
            while (!open || shelf < pieces) {
                changed.await();
            }
            shelf -= pieces;
        } finally {
            lock.unlock();
        }
    }

    public void open() {
        lock.lock();
        try {
            open = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void close() {
        lock.lock();
        try {
            open = false;
        } finally {
            lock.unlock();
        }
    }
}
