package io.imagehandler.rendition;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.transformation.KeySyntax;

/// The key of an original, as S3 stores it (not percent-encoded): 1 to [#LONGEST] bytes of UTF-8,
/// no control character, no segment `.` or `..`, and not in the place of renditions.
///
/// Empty segments (`a//b`, `/a`) and any Unicode form are kept as they are.
public record OriginalKey(String value) {

    /// The longest key, in bytes of UTF-8.
    public static final int LONGEST = KeySyntax.LONGEST;

    public OriginalKey {
        KeySyntax.problem(value)
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
        KeySyntax.problem(decoded)
                .ifPresent(problem -> {
                    throw new InvalidArgument("path", decoded, KeySyntax.ALLOWED, problem);
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

    @Override
    public String toString() {
        return value;
    }
}
