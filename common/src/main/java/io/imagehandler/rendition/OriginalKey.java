package io.imagehandler.rendition;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The key of an original, as S3 stores it (not percent-encoded): 1 to [#LONGEST] bytes of UTF-8,
/// no control character, no segment `.` or `..`, and not in the place of renditions.
///
/// Empty segments (`a//b`, `/a`) and any Unicode form are kept as they are.
public record OriginalKey(String value) {

    /// The longest key, in bytes of UTF-8.
    public static final int LONGEST = 1_024;

    public OriginalKey {
        problem(value)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException("key " + problem);
                });
        if (isReserved(value)) {
            throw new IllegalArgumentException("key is in the place of renditions");
        }
    }

    /// The key of a decoded path without its leading `/`, or of an upload.
    ///
    /// @throws InvalidArgument if it can be no key
    /// @throws NoSuchOriginal if it is in the place of renditions, `_r/` after any number of `/`,
    ///   or made of `/` alone: whatever is stored there, it is no original
    public static OriginalKey of(String decoded) {
        problem(decoded)
                .ifPresent(problem -> {
                    String allowed = "1.." + LONGEST + " bytes without '.' or '..' segment";
                    throw new InvalidArgument("path", decoded, allowed, problem);
                });
        if (isReserved(decoded)) {
            throw new NoSuchOriginal("there is no such original");
        }
        return new OriginalKey(decoded);
    }

    private static boolean isReserved(String key) {
        int start = 0;
        while (start < key.length() && key.charAt(start) == '/') {
            start++;
        }
        return start == key.length() || key.startsWith(RenditionKey.RESERVED, start);
    }

    private static Optional<String> problem(String key) {
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

    @Override
    public String toString() {
        return value;
    }
}
