package io.imagehandler.local.chaos.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;

/// What a server said.
///
/// @param head its status and header fields
/// @param body whole and without framing; read-only
public record Answer(Head head, ByteBuffer body) {

    public Answer {
        body = body.asReadOnlyBuffer();
    }

    public int status() {
        return head.status();
    }

    public Optional<String> field(String name) {
        return head.field(name);
    }

    /// A view of its own position.
    @Override
    public ByteBuffer body() {
        return body.duplicate();
    }

    public int length() {
        return body.remaining();
    }

    public String text() {
        return UTF_8.decode(body()).toString();
    }
}
