package io.imagehandler.log;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Text of strangers, fit for a line of the log.
public final class LogText {

    private static final int LONGEST = 256;

    /// What proves that somebody may do something, in URLs and in headers of requests to AWS.
    private static final Pattern SECRETS =
            Pattern.compile(
                    "(x-sig|Signature|X-Amz-Security-Token|Credential)=[^&,;\\s\"']*",
                    Pattern.CASE_INSENSITIVE);

    private LogText() {}

    /// The text with everything but visible ASCII percent-encoded, cut to 256 characters.
    public static String of(String text) {
        return encoded(text, '!', LONGEST);
    }

    /// A sentence: as [#of], but with its spaces as they are, and without signatures and
    /// credentials.
    public static String sentence(String text) {
        return sentence(text, LONGEST);
    }

    /// @param longest how many characters are kept of it
    public static String sentence(String text, int longest) {
        return encoded(SECRETS.matcher(text).replaceAll("$1=(secret)"), ' ', longest);
    }

    private static String encoded(String text, char lowest, int longest) {
        var safe = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= lowest && b < 0x7F) {
                safe.append((char) b);
            } else {
                safe.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
            if (safe.length() > longest) {
                return safe.substring(0, longest) + "...";
            }
        }
        return safe.toString();
    }
}
