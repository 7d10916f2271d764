package io.imagehandler.local.service;

/// A service ended, or did not get ready, though nobody asked it to.
public final class ServiceDied extends RuntimeException {

    ServiceDied(String message) {
        super(message, null, false, false);
    }
}
