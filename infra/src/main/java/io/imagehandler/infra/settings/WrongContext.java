package io.imagehandler.infra.settings;

/// A setting cannot be what it is, or there is none of that name. The message is for whoever typed
/// it.
public final class WrongContext extends IllegalArgumentException {

    public WrongContext(String message) {
        super(message);
    }
}
