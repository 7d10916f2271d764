package io.imagehandler.local.edge;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Paths as the function spells them: percent-encoded UTF-8, one spelling for each.
final class UriPath {

    /// Where [URLEncoder], made for forms, differs from JavaScript's `encodeURIComponent`, and the
    /// two characters that the function leaves as they are.
    private static final Map<String, String> PLAIN =
            Map.of(
                    "+", "%20", "%21", "!", "%27", "'", "%28", "(", "%29", ")", "%7E", "~", "%2F",
                    "/", "%2C", ",");

    private UriPath() {}

    /// The text that the path stands for.
    ///
    /// @throws IllegalArgumentException if an escape is malformed
    static String decode(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// The path's one spelling of the text.
    static String encode(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> difference : PLAIN.entrySet()) {
            encoded = encoded.replace(difference.getKey(), difference.getValue());
        }
        return encoded;
    }

    /// The one spelling of a path in any spelling.
    ///
    /// @throws IllegalArgumentException if an escape is malformed
    static String canonical(String path) {
        return encode(decode(path));
    }

    /// Whether the path is of the behaviour `/_r/*`. CloudFront finds that out on a normalised
    /// path: decoded, slashes merged, dot segments resolved.
    static boolean isReserved(String path) {
        String decoded;
        try {
            decoded = decode(path);
        } catch (IllegalArgumentException _) {
            return false; // the main function refuses it
        }
        String plain = decoded.replaceAll("(/\\.?(?=/))+", "");
        return plain.startsWith("/_r/");
    }
}
