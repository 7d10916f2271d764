package io.imagehandler.signature;

import java.util.LinkedHashMap;
import java.util.Map;

/// Keys as text: one `<id>=<secret>` a line; empty lines and those that begin with `#` say nothing.
/// Nothing is escaped, so a secret may hold any sign.
final class KeyLines {

    private KeyLines() {}

    /// @throws IllegalArgumentException if a line is not of that form, an id stands twice, there is
    ///   no key, or one cannot be; tells no secret
    static KeyRing parse(String text) {
        Map<String, String> secrets = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(secrets, line, number);
            }
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("there must be a key but there is none");
        }
        return KeyRing.of(secrets);
    }

    private static void add(Map<String, String> secrets, String line, int number) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(
                    "line " + number + " must be <id>=<secret> but has no '='");
        }
        String id = line.substring(0, equals).strip();
        if (secrets.putIfAbsent(id, line.substring(equals + 1).strip()) != null) {
            throw new IllegalArgumentException(
                    "line "
                            + number
                            + " must have another id than '"
                            + id
                            + "', which stands above");
        }
    }
}
