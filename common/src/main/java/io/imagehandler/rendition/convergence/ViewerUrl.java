package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.style.StyleName;
import java.nio.charset.StandardCharsets;

/// Paths as browsers and caches spell them.
public final class ViewerUrl {

    private static final String UNRESERVED = "-_.~/";

    /// What the edge leaves as it is besides, in the paths that it caches by.
    private static final String PLAIN_AT_THE_EDGE = UNRESERVED + "!*'(),";

    private ViewerUrl() {}

    /// The path of an original. It can stand in a `srcset`, and never looks like that of a style.
    public static String of(OriginalKey key) {
        return "/" + encode(key.value());
    }

    /// The path of a style of an original.
    public static String of(OriginalKey key, StyleName style) {
        return of(key) + "@!" + style;
    }

    /// The path of what is stored under `path`, as caches know it.
    static String cached(String path) {
        return "/" + encode(path, PLAIN_AT_THE_EDGE);
    }

    /// Percent-encoded UTF-8, but for letters, digits and `-_.~/`.
    public static String encode(String text) {
        return encode(text, UNRESERVED);
    }

    private static String encode(String text, String plain) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean isPlain =
                    character < 128
                            && (Character.isLetterOrDigit(character)
                                    || plain.indexOf(character) >= 0);
            if (isPlain) {
                encoded.append(character);
            } else {
                encoded.append("%%%02X".formatted((int) character));
            }
        }
        return encoded.toString();
    }
}
