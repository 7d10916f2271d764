package io.imagehandler.local;

/// A reason not to start, in one sentence for the user.
final class Refusal extends RuntimeException {

    Refusal(String message) {
        super(message, null, false, false);
    }

    /// The sentence.
    String reason() {
        return String.valueOf(getMessage());
    }
}
