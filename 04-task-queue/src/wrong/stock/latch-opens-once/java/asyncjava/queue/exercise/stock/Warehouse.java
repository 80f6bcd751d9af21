package asyncjava.queue.exercise.stock;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Warehouse {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition restocked = lock.newCondition();
    private final CountDownLatch opened = new CountDownLatch(1);
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
            restocked.signalAll();
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
        if (!open) {
            opened.await();
        }
        lock.lock();
        try {
            while (shelf < pieces) {
                restocked.await();
            }
            shelf -= pieces;
        } finally {
            lock.unlock();
        }
    }

    public void open() {
        open = true;
        opened.countDown();
    }

    public void close() {
        open = false;
    }
}
