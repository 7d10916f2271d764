package io.imagehandler.local.chaos.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;

/// A dead letter.
///
/// @param attributes that say why it is one
record Letter(String body, Map<String, String> attributes) {

    Letter {
        attributes = Map.copyOf(attributes);
    }

    String reason() {
        return attributes.getOrDefault("reason", "");
    }

    /// The original's; empty if it says none.
    String key() {
        return URLDecoder.decode(attributes.getOrDefault("key", "").replace("+", "%2B"), UTF_8);
    }

    @Override
    public String toString() {
        return attributes.toString();
    }

    String attempts() {
        return attributes.getOrDefault("attempts", "");
    }
}
