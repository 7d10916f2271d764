package io.imagehandler.signature;

import io.imagehandler.rendition.OriginalKey;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in `x-sig`: who vouches for a request, and the proof.
///
/// @param keyId which key it was made with
/// @param code its 32 bytes as 43 digits of base64url, in the one spelling that they have
record Signature(String keyId, String code) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{1,32})\\.([A-Za-z0-9_-]{43})");

    /// The signature that the key makes for these three.
    ///
    /// @param instruction as [io.imagehandler.request.RawRequest] has it
    static Signature of(SigningKey key, OriginalKey original, String instruction, String expiry) {
        return new Signature(
                key.id(), coded(key.authenticate(text(original, instruction, expiry))));
    }

    /// What is signed. A line feed can stand in none of the three, so no two requests have one
    /// text.
    private static String text(OriginalKey original, String instruction, String expiry) {
        return "/" + original.value() + "\n" + instruction + "\n" + expiry;
    }

    /// What `x-sig` says, or nothing if it is of another form: padded, with bits set that are not
    /// used, of another length.
    static Optional<Signature> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Signature(matcher.group(1), matcher.group(2)))
                        .filter(Signature::isCanonical)
                : Optional.empty();
    }

    private boolean isCanonical() {
        return coded(bytes()).equals(code);
    }

    private byte[] bytes() {
        return Base64.getUrlDecoder().decode(code);
    }

    private static String coded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Whether this is the right signature. Takes as long whichever of its bytes are wrong.
    boolean matches(Signature right) {
        return keyId.equals(right.keyId) && MessageDigest.isEqual(right.bytes(), bytes());
    }

    /// As it stands in `x-sig`.
    @Override
    public String toString() {
        return keyId + "." + code;
    }
}
