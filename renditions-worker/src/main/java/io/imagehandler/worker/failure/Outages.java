package io.imagehandler.worker.failure;

/// Whether a service that every pass needs is known to be away. Safe for use by many threads.
@FunctionalInterface
public interface Outages {

    /// Whether one of them is away now.
    boolean isAny();
}
