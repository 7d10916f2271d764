package io.imagehandler.failure;

/// Requests of this kind are not served here to anybody, signed or not.
public final class AccessDenied extends AccessRefused {

    public AccessDenied() {
        super("requests of this kind are not served here");
    }
}
