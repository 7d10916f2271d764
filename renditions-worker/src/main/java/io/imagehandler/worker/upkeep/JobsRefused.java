package io.imagehandler.worker.upkeep;

/// The queue takes no jobs.
public final class JobsRefused extends RuntimeException {

    JobsRefused(String reason) {
        super("the queue of jobs refuses them: " + reason);
    }
}
