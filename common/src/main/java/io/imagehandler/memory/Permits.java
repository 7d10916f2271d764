package io.imagehandler.memory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A semaphore that serves in the order of arrival, but first those that hold some already. Safe
/// for use by many threads.
final class Permits {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiter> holders = new ArrayDeque<>();
    private final Deque<Waiter> newcomers = new ArrayDeque<>();
    private long free;

    Permits(long free) {
        this.free = free;
    }

    /// Whether so many could be taken in time.
    ///
    /// @param holding whether who asks holds some already
    /// @throws InterruptedException if the thread is interrupted meanwhile; then none is taken
    boolean take(long count, boolean holding, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var waiter = new Waiter(count, lock.newCondition());
            (holding ? holders : newcomers).add(waiter);
            serve();
            return isServed(waiter, patience.toNanos());
        } finally {
            lock.unlock();
        }
    }

    void give(long count) {
        lock.lock();
        try {
            free += count;
            serve();
        } finally {
            lock.unlock();
        }
    }

    long free() {
        lock.lock();
        try {
            return free;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return holders.size() + newcomers.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean isServed(Waiter waiter, long patience) throws InterruptedException {
        long left = patience;
        try {
            while (!waiter.served && left > 0) {
                left = waiter.condition.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            if (!waiter.served) {
                throw interrupted;
            }
            Thread.currentThread().interrupt();
        } finally {
            if (holders.remove(waiter) || newcomers.remove(waiter)) {
                // It may have been in the way of others.
                serve();
            }
        }
        return waiter.served;
    }

    private void serve() {
        serve(holders);
        if (holders.isEmpty()) {
            serve(newcomers);
        }
    }

    private void serve(Deque<Waiter> queue) {
        while (!queue.isEmpty() && queue.element().count <= free) {
            Waiter next = queue.remove();
            free -= next.count;
            next.served = true;
            next.condition.signal();
        }
    }

    private static final class Waiter {

        final long count;
        final Condition condition;
        boolean served;

        Waiter(long count, Condition condition) {
            this.count = count;
            this.condition = condition;
        }
    }
}
