package io.imagehandler.worker.health;

import java.util.function.BooleanSupplier;

/// How the worker is. Safe for use by many threads.
///
/// @param ready whether it takes messages, as far as that is up to it
/// @param live whether it need not be replaced
public record Health(BooleanSupplier ready, BooleanSupplier live) {

    boolean isReady() {
        return ready.getAsBoolean();
    }

    boolean isLive() {
        return live.getAsBoolean();
    }
}
