package io.imagehandler.transformation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Text of any script inside a text of the language: UTF-8 in base64url.
final class Base64Text {

    private Base64Text() {}

    /// The text that `encoded` stands for; nothing if that is no base64url, has unused bits that
    /// are set, or encodes no UTF-8. Padding means nothing, so up to two `=` may be there or not.
    static Optional<String> decode(String encoded) {
        String bare = withoutSign(withoutSign(encoded));
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(bare);
            ByteBuffer utf8 = ByteBuffer.wrap(bytes);
            return bare.equals(encode(bytes))
                    ? Optional.of(StandardCharsets.UTF_8.newDecoder().decode(utf8).toString())
                    : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static String withoutSign(String encoded) {
        return encoded.endsWith("=") ? encoded.substring(0, encoded.length() - 1) : encoded;
    }

    /// The one spelling, without padding.
    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
