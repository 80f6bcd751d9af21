package asyncjava.queue.exercise.stock;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Warehouse {

    private final ReentrantLock storeLock = new ReentrantLock();
    private final ReentrantLock shelfLock = new ReentrantLock();
    private final Condition changed = shelfLock.newCondition();
    private int store;
    private int shelf;
    private boolean open;

    public void deliver(int pieces) {
        storeLock.lock();
        try {
            store += pieces;
        } finally {
            storeLock.unlock();
        }
    }

    public int restock(int pieces) {
        storeLock.lock();
        shelfLock.lock();
        try {
            int moved = Math.min(pieces, store);
            store -= moved;
            shelf += moved;
            changed.signalAll();
            return moved;
        } finally {
            shelfLock.unlock();
            storeLock.unlock();
        }
    }

    public Stock stock() {
        shelfLock.lock();
        storeLock.lock();
        try {
            return new Stock(store, shelf);
        } finally {
            storeLock.unlock();
            shelfLock.unlock();
        }
    }

    public void take(int pieces) throws InterruptedException {
        shelfLock.lock();
        try {
            while (!open || shelf < pieces) {
                changed.await();
            }
            shelf -= pieces;
        } finally {
            shelfLock.unlock();
        }
    }

    public void open() {
        shelfLock.lock();
        try {
            open = true;
            changed.signalAll();
        } finally {
            shelfLock.unlock();
        }
    }

    public void close() {
        shelfLock.lock();
        try {
            open = false;
        } finally {
            shelfLock.unlock();
        }
    }
}
