package io.imagehandler.ondemand.observation;

/// Is told of every request at its end, on the thread that served it.
@FunctionalInterface
public interface RequestListener {

    void ended(Told told, Sent sent);
}
