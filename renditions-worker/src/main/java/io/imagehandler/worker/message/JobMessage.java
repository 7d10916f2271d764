package io.imagehandler.worker.message;

/// What a message of the backfill queue turned out to be.
public sealed interface JobMessage {

    /// A job.
    record Asked(Job job) implements JobMessage {}

    /// Something else than we send.
    ///
    /// @param detail why, in one sentence for operators
    record Unreadable(String detail) implements JobMessage {}
}
