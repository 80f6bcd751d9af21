package asyncjava.queue.exercise.stock;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Warehouse {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private final Condition restocked = lock.newCondition();
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
            restocked.signal();
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
            while (!open || shelf < pieces) {
                if (open) {
                    restocked.await();
                } else {
                    opened.await();
                }
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
            opened.signalAll();
            restocked.signalAll();
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
