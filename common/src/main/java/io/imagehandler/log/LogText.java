package io.imagehandler.log;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Text of strangers, fit for a line of the log.
public final class LogText {

    private static final int LONGEST = 256;

    private LogText() {}

    /// The text with everything but visible ASCII percent-encoded, cut to 256 characters.
    public static String of(String text) {
        var safe = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7F) {
                safe.append((char) b);
            } else {
                safe.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
            if (safe.length() > LONGEST) {
                return safe.substring(0, LONGEST) + "...";
            }
        }
        return safe.toString();
    }
}
