package io.imagehandler.worker.deadletter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Text that SQS takes: it refuses control characters, and counts every byte.
final class Printable {

    private static final int LONGEST = 256;

    private Printable() {}

    /// The first 256 characters, with a space for what cannot be sent.
    static String cut(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return visible(start).strip();
    }

    /// With a space for what does not show, or would be understood by a terminal.
    static String visible(String text) {
        return text.replaceAll("[^\\P{C}]", " ");
    }

    /// Percent-encoded, with its slashes left as they are.
    static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    /// As much of the text, in UTF-8, as has no more bytes than that.
    static String within(String text, int bytes) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        if (all.length <= bytes) {
            return text;
        }
        int end = bytes;
        while (end > 0 && (all[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(all, 0, end, StandardCharsets.UTF_8);
    }
}
