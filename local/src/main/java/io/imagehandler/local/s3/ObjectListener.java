package io.imagehandler.local.s3;

/// Is told of every change of a stored object, after it is done and before the client is answered.
/// Called by many threads.
@FunctionalInterface
public interface ObjectListener {

    void onChange(ObjectChange change);

    /// This listener, then the other.
    default ObjectListener andThen(ObjectListener other) {
        return change -> {
            onChange(change);
            other.onChange(change);
        };
    }
}
