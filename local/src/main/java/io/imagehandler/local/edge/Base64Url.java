package io.imagehandler.local.edge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What CloudFront's `Buffer` does with base64url: written without padding, read leniently.
final class Base64Url {

    private Base64Url() {}

    static String coded(String text) {
        return coded(text.getBytes(StandardCharsets.UTF_8));
    }

    static String coded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The text of these digits: unused bits are ignored, U+FFFD stands for what is no UTF-8.
    /// CloudFront reads around what is no digit at all; here nothing comes of it.
    static String plain(String coded) {
        try {
            return new String(Base64.getUrlDecoder().decode(coded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
