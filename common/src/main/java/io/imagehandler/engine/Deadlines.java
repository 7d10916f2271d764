package io.imagehandler.engine;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// When engines will have come to an end by the clock, for whoever looks after their renderings.
/// Each picture of several has a deadline of its own, and only the engine knows when it begins.
public final class Deadlines {

    private static final ScopedValue<Consumer<Duration>> LISTENER = ScopedValue.newInstance();

    private Deadlines() {}

    /// What `rendering` gives. Works on the thread that calls.
    ///
    /// @param listener is told on this thread, whenever a picture begins, how long the engine will
    ///   take for it at most; who hears no more for longer than that has a decoder that hangs
    public static <T> T told(Consumer<Duration> listener, Supplier<T> rendering) {
        return ScopedValue.where(LISTENER, listener).call(rendering::get);
    }

    static void tell(Duration longest) {
        if (LISTENER.isBound()) {
            LISTENER.get().accept(longest);
        }
    }
}
