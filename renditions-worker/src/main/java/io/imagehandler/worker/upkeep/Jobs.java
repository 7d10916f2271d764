package io.imagehandler.worker.upkeep;

import io.imagehandler.worker.message.Job;
import java.util.List;

/// The queue of jobs, as those see it who fill it. Safe for use by many threads.
public interface Jobs {

    /// The most that are sent at a time.
    int MOST = 10;

    /// Sends up to [#MOST]. When this returns, all of them are in the queue.
    void send(List<Job> jobs);

    /// About how many are not done yet, the ones that are worked on among them.
    long unfinished();
}
