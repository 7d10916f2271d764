package io.imagehandler.worker.upkeep;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.worker.message.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Sends keys to the queue: no faster than the pace, and never so many that the line grows long, so
/// that a stop is felt soon. For one thread.
public final class Dispatch {

    /// The longest line that more is added to.
    public static final int LONGEST_LINE = 1_000;

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Jobs jobs;
    private final Pace pace;
    private final Halt halt;
    private final Instant asked;
    private long line = -1;
    private long looked;

    /// @param asked when the styles were read that the jobs are about
    public Dispatch(Jobs jobs, Pace pace, Halt halt, Instant asked) {
        this.jobs = jobs;
        this.pace = pace;
        this.halt = halt;
        this.asked = asked;
    }

    /// Sends them, once it is their turn.
    ///
    /// @param keys at most [Jobs#MOST]
    /// @return whether they were sent, all of them; otherwise it is to stop, and none was
    public boolean send(List<OriginalKey> keys) {
        if (keys.isEmpty()) {
            return !halt.isAsked();
        }
        while (unfinished() >= LONGEST_LINE) {
            if (!halt.pause(LOOK)) {
                return false;
            }
        }
        if (!halt.pause(pace.take(keys.size()))) {
            return false;
        }
        jobs.send(keys.stream().map(key -> new Job(key, asked)).toList());
        line += keys.size();
        return true;
    }

    /// Waits until the queue is empty.
    ///
    /// @return whether it is; otherwise it is to stop
    public boolean awaitEmpty(Runnable meanwhile) {
        while (unfinished() > 0) {
            meanwhile.run();
            if (!halt.pause(LOOK)) {
                return false;
            }
        }
        return true;
    }

    /// About how many jobs are not done yet. The queue is asked now and then only.
    public long unfinished() {
        long now = System.nanoTime();
        if (line < 0 || now - looked >= LOOK.toNanos()) {
            line = jobs.unfinished();
            looked = now;
        }
        return line;
    }
}
