package io.imagehandler.worker.command;

/// A command could not be carried out.
public final class CommandFailed extends RuntimeException {

    /// @param reason one sentence without a full stop
    public CommandFailed(String reason) {
        super(reason, null, false, false);
    }
}
