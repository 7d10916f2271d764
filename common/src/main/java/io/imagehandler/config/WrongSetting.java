package io.imagehandler.config;

/// A setting with which a service cannot start; said in words instead of a stack trace.
public final class WrongSetting extends IllegalArgumentException {

    /// @param message names the setting, what must hold, and what is
    public WrongSetting(String message) {
        super(message);
    }
}
