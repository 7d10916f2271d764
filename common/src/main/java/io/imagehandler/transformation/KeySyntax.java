package io.imagehandler.transformation;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What can be the key of a stored picture, be it an original or the picture of a watermark: 1 to
/// [#LONGEST] bytes of UTF-8, no control character, no segment `.` or `..`.
public final class KeySyntax {

    /// The longest key, in bytes of UTF-8.
    public static final int LONGEST = 1_024;

    /// What an error says is allowed.
    public static final String ALLOWED = "1.." + LONGEST + " bytes without '.' or '..' segment";

    private KeySyntax() {}

    /// Why `key` can be none, in a few words; nothing if it can be one.
    public static Optional<String> problem(String key) {
        if (key.isEmpty()) {
            return Optional.of("is empty");
        }
        if (key.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("has a control character");
        }
        if (hasDotSegment(key)) {
            return Optional.of("has a segment '.' or '..'");
        }
        return length(key)
                .map(bytes ->
                        bytes > LONGEST ? Optional.of("is too long") : Optional.<String>empty())
                .orElse(Optional.of("is not Unicode"));
    }

    private static boolean hasDotSegment(String key) {
        String framed = "/" + key + "/";
        return framed.contains("/./") || framed.contains("/../");
    }

    /// In bytes of UTF-8; nothing if a surrogate stands alone.
    private static Optional<Integer> length(String key) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(key)).remaining());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
