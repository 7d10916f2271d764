package io.imagehandler.worker.command;

/// A command was typed as it cannot be.
public final class WrongUsage extends RuntimeException {

    /// @param reason one sentence without a full stop
    public WrongUsage(String reason) {
        super(reason, null, false, false);
    }
}
