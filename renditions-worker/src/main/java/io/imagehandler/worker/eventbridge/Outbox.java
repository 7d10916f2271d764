package io.imagehandler.worker.eventbridge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The events that are to be sent next. Safe for use by many threads.
final class Outbox {

    /// EventBridge takes no more at a time.
    static final int MOST_ENTRIES = 10;

    private final long mostBytes;
    private final ArrayDeque<Notice> notices = new ArrayDeque<>();
    private long bytes;
    private boolean closed;

    /// @param mostBytes what may wait, in bytes
    Outbox(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// @return whether there was room
    synchronized boolean add(Notice notice) {
        if (closed || bytes + notice.size() > mostBytes) {
            return false;
        }
        put(notice);
        return true;
    }

    /// Puts back what was taken, behind all others.
    synchronized void putBack(List<Notice> taken) {
        taken.forEach(this::put);
    }

    /// Takes as many as go into one request, once there are any.
    ///
    /// @return nothing if there will be no more
    synchronized List<Notice> take() throws InterruptedException {
        while (notices.isEmpty() && !closed) {
            wait();
        }
        var taken = new ArrayList<Notice>();
        int size = 0;
        while (!notices.isEmpty()
                && taken.size() < MOST_ENTRIES
                && size + notices.element().size() <= Notice.LARGEST) {
            Notice next = notices.remove();
            size += next.size();
            taken.add(next);
        }
        bytes -= size;
        return taken;
    }

    /// Takes no more from outside.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized int size() {
        return notices.size();
    }

    private synchronized void put(Notice notice) {
        notices.add(notice);
        bytes += notice.size();
        notifyAll();
    }
}
