package io.imagehandler.transformation;

import java.util.regex.Pattern;

/// Texts of the language in which `{x}` stands for x in base64url.
public final class InBase64 {

    private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");

    private InBase64() {}

    /// What the text is in truth.
    public static String spelledOut(String text) {
        return BRACES.matcher(text).replaceAll(braces -> Base64Text.encode(braces.group(1)));
    }
}
