package io.imagehandler.local.s3;

/// How events are delivered. S3 promises at least once and no order at all; the last two show what
/// that means.
public enum Delivery {
    /// Each event once, in order.
    ONCE(1, 0),
    /// Each event twice.
    TWICE(2, 0),
    /// Each event twice, each copy up to 2 s late, hence in any order.
    SHUFFLED(2, 2);

    private final int copies;
    private final int mostSeconds;

    Delivery(int copies, int mostSeconds) {
        this.copies = copies;
        this.mostSeconds = mostSeconds;
    }

    int copies() {
        return copies;
    }

    /// The longest delay of a copy, in seconds.
    int mostSeconds() {
        return mostSeconds;
    }
}
