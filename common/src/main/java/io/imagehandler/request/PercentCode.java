package io.imagehandler.request;

import io.imagehandler.failure.InvalidArgument;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Percent-encoding as in paths: `+` is a plus.
public final class PercentCode {

    private PercentCode() {}

    /// The text that `raw` encodes, decoded exactly once as strict UTF-8.
    ///
    /// @param where what is decoded, for the failure: `path` or the name of a parameter
    /// @throws InvalidArgument if an escape is malformed or the bytes are not UTF-8
    public static String decode(String raw, String where) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(raw));
            ByteBuffer bytes = ByteBuffer.allocate(encoded.remaining());
            while (encoded.hasRemaining()) {
                byte next = encoded.get();
                bytes.put(next == '%' ? escaped(encoded) : next);
            }
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException _) {
            throw new InvalidArgument(where, raw, "percent-encoded UTF-8", "is malformed");
        }
    }

    private static byte escaped(ByteBuffer encoded) throws CharacterCodingException {
        int high = encoded.hasRemaining() ? Character.digit(encoded.get(), 16) : -1;
        int low = encoded.hasRemaining() ? Character.digit(encoded.get(), 16) : -1;
        if ((high | low) < 0) {
            throw new CharacterCodingException();
        }
        return (byte) (high << 4 | low);
    }
}
