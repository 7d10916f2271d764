package io.imagehandler.worker.upkeep;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.worker.message.Job;
import io.imagehandler.worker.message.JobMessage.Asked;
import io.imagehandler.worker.message.JobMessages;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/// The queue of jobs in memory, as text.
public final class QueuedJobs implements Jobs {

    private final Queue<String> bodies = new ArrayDeque<>();
    private int batches;
    private int killed = -1;
    private long sent;
    private long others;

    /// Lets the process die right after that batch was sent, counted from 0 and from now on.
    public void killAfter(int batch) {
        killed = batches + batch;
    }

    /// From now on so many of others are not done.
    public void holdUp(long number) {
        others = number;
    }

    /// How many were ever sent.
    public long sent() {
        return sent;
    }

    @Override
    public void send(List<Job> jobs) {
        jobs.forEach(job -> bodies.add(JobMessages.body(job)));
        sent += jobs.size();
        if (batches++ == killed) {
            throw new Killed();
        }
    }

    @Override
    public long unfinished() {
        return others; // whoever works on them is quick
    }

    /// Lets somebody work on all of them.
    public void drain(Consumer<OriginalKey> worker) {
        while (!bodies.isEmpty()) {
            if (JobMessages.parse(bodies.remove()) instanceof Asked(Job job)) {
                worker.accept(job.key());
            }
        }
    }

    /// The process is no more.
    public static final class Killed extends RuntimeException {}
}
