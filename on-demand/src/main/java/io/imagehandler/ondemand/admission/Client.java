package io.imagehandler.ondemand.admission;

/// Who asked. For the thread that serves him.
@FunctionalInterface
public interface Client {

    /// Whether he has closed the connection, so that nobody will read the answer. Cheap, does not
    /// block, and once true stays so.
    boolean isGone();
}
