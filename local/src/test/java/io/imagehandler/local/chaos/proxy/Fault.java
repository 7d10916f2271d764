package io.imagehandler.local.chaos.proxy;

import java.time.Duration;

/// What a proxy does to a call.
public sealed interface Fault {

    /// Nothing.
    Fault NONE = new None();

    /// Passes it on.
    record None() implements Fault {}

    /// Resets its connection without an answer.
    record Refused() implements Fault {}

    /// Takes it and never answers, not even after the fault is over.
    record BlackHole() implements Fault {}

    /// Passes it on after that time.
    record Delayed(Duration time) implements Fault {}

    /// Passes it on, at most so many bytes of the answer a second.
    record Throttled(int bytesPerSecond) implements Fault {}

    /// Passes it on, and resets the connection after so many bytes of the answer's body.
    record ResetAfter(long bytes) implements Fault {}

    /// Passes it on, and ends the connection after so many bytes of the answer's body, as if there
    /// were no more.
    record EndsAfter(long bytes) implements Fault {}

    /// Answers so many in a hundred with 503 and passes the others on.
    record Unavailable(int percent) implements Fault {}

    /// Answers so in place of the server.
    ///
    /// @param code AWS's word for it: `AccessDenied`
    record Answered(int status, String code) implements Fault {}

    /// Does something first.
    ///
    /// @param then what is done to the call after it
    record After(Runnable something, Fault then) implements Fault {}

    /// Passes it on, and answers 500 whatever came of it.
    record AppliedButFailed() implements Fault {}
}
