package io.imagehandler.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A secret and the id by which URLs name it. Never prints the secret. Immutable.
public final class SigningKey {

    /// The fewest characters of a secret.
    public static final int SHORTEST_SECRET = 32;

    /// The most characters of a secret.
    public static final int LONGEST_SECRET = 512;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final String id;
    private final SecretKeySpec secret;

    private SigningKey(String id, SecretKeySpec secret) {
        this.id = id;
        this.secret = secret;
    }

    /// @param id 1 to 32 letters, digits, `_` and `-`
    /// @param secret [#SHORTEST_SECRET] to [#LONGEST_SECRET] characters of visible ASCII, by which
    ///   it means the same bytes to everybody who signs
    /// @throws IllegalArgumentException if one of them cannot be; does not tell the secret
    public static SigningKey of(String id, String secret) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id of a key must be 1 to 32 letters, digits, _ and - but is '" + id + "'");
        }
        if (secret.length() < SHORTEST_SECRET || secret.length() > LONGEST_SECRET) {
            throw new IllegalArgumentException(
                    "the secret of key '%s' must have %d to %d characters but has %d"
                            .formatted(id, SHORTEST_SECRET, LONGEST_SECRET, secret.length()));
        }
        if (!secret.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new IllegalArgumentException(
                    "the secret of key '%s' must be of visible ASCII without spaces but is not"
                            .formatted(id));
        }
        byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
        return new SigningKey(id, new SecretKeySpec(bytes, ALGORITHM));
    }

    public String id() {
        return id;
    }

    /// HMAC-SHA-256 of the text's UTF-8: 32 bytes.
    byte[] authenticate(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /// Whether the other has the same secret, under whatever id.
    boolean hasSecretOf(SigningKey other) {
        return MessageDigest.isEqual(secret.getEncoded(), other.secret.getEncoded());
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
