package io.imagehandler.ondemand.http;

import io.imagehandler.rendition.OriginalKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The name under which a browser saves an answer: that of the original, with the extension of what
/// is sent.
///
/// @param base without the extension
/// @param extension with its dot; empty if there is none
record FileName(String base, String extension) {

    /// In characters; a longer name is cut.
    private static final int LONGEST = 100;

    private static final int LONGEST_EXTENSION = 10;

    /// The extensions of each type, the one that we give first.
    private static final Map<String, List<String>> EXTENSIONS =
            Map.of(
                    "image/jpeg", List.of(".jpg", ".jpeg", ".jpe", ".jfif"),
                    "image/png", List.of(".png"),
                    "image/gif", List.of(".gif"),
                    "image/webp", List.of(".webp"),
                    "image/avif", List.of(".avif"),
                    "image/heic", List.of(".heic"),
                    "application/json", List.of(".json"),
                    "text/plain", List.of(".txt"));

    /// @param mediaType of what is sent; if it is none of ours, the extension stays as it is
    static FileName of(OriginalKey key, String mediaType) {
        String last = key.value().substring(key.value().lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        boolean isExtension = dot > 0 && last.length() - dot <= LONGEST_EXTENSION;
        String base = isExtension ? last.substring(0, dot) : last;
        String given = isExtension ? last.substring(dot) : "";
        List<String> right = EXTENSIONS.getOrDefault(mediaType, List.of(given));
        boolean isRight = right.contains(given.toLowerCase(Locale.ROOT));
        return new FileName(cut(base), isRight ? given : right.getFirst());
    }

    /// The value of Content-Disposition, by RFC 6266 and 8187. Whatever the name holds, this is of
    /// printable ASCII and leaves its quotes only at their end.
    String disposition() {
        String name = base.isEmpty() ? "image" + extension : base + extension;
        String plain = plain(name);
        String inline = "inline; filename=\"" + plain + '"';
        return plain.equals(name) ? inline : inline + "; filename*=UTF-8''" + encoded(name);
    }

    private static String cut(String text) {
        int length = Math.min(LONGEST, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    /// With `_` for what cannot be told in ASCII, or means something between quotes or to a shell.
    private static String plain(String name) {
        var plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.appendCodePoint(isPlain(c) ? c : '_'));
        return plain.toString();
    }

    private static boolean isPlain(int c) {
        return isLetterOrDigit(c) || " !#+-.@^_()[],=".indexOf(c) >= 0;
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (isLetterOrDigit(octet) || "!#$&+-.^_`|~".indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append("%%%02X".formatted(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
