package io.imagehandler.rendition.dynamodb;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.convergence.Attempts.State;
import io.imagehandler.rendition.convergence.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One item of the table; none at all has no attributes.
///
/// | Attribute | Type | What |
/// |---|---|---|
/// | `key` | S | of the original |
/// | `etag` | S | of the bytes that the attempt is about; absent before the first |
/// | `state` | S | `OPEN`, `CLOSED` or `REJECTED` |
/// | `worker` | S | who opened it |
/// | `renewedAt` | N | when that worker last gave a sign of life, in milliseconds since 1970 |
/// | `crashes` | N | how many workers died over these bytes |
/// | `failures` | N | how many failures there were in a row |
/// | `reason`, `detail` | S | why it was rejected |
/// | `failure` | S | what it last failed with |
/// | `engine` | S | engine and limits that it was tried with |
/// | `expiresAt` | N | when DynamoDB may drop it, in seconds since 1970 |
record AttemptItem(Map<String, AttributeValue> attributes) {

    static final AttemptItem NONE = new AttemptItem(Map.of());

    boolean isOf(EntityTag tag) {
        return tag.value().equals(text("etag"));
    }

    /// Whether somebody who is alive works on it.
    ///
    /// @param stale as [Attempts#STALE]
    boolean isHeld(Instant now, Duration stale) {
        var silence = Duration.between(Instant.ofEpochMilli(renewedAt()), now);
        return isOpen() && silence.compareTo(stale) < 0;
    }

    boolean isOpen() {
        return State.OPEN.name().equals(state());
    }

    String state() {
        return text("state");
    }

    /// In milliseconds since 1970.
    long renewedAt() {
        return number("renewedAt");
    }

    int crashes() {
        return (int) number("crashes");
    }

    int failures() {
        return (int) number("failures");
    }

    /// Why nothing can be made of it with that engine, if that was found out.
    @Nullable Rejection rejection(String engine) {
        return State.REJECTED.name().equals(state()) && engine.equals(text("engine"))
                ? new Rejection(text("reason"), text("detail"))
                : null;
    }

    private String text(String name) {
        AttributeValue value = attributes.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    private long number(String name) {
        AttributeValue value = attributes.get(name);
        return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
    }
}
