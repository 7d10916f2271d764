package io.imagehandler.ondemand.picture;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Provenance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/// By what caches know an answer again.
///
/// @param tag names the answer, so that an equal one need not be sent again
/// @param lastModified when the original was uploaded, to the second
/// @param negotiated whether other clients may be given other formats
public record Identity(EntityTag tag, Instant lastModified, boolean negotiated) {

    /// Of the digest's 32 bytes; more than enough to tell the answers of one address apart.
    private static final int TAG_BYTES = 22;

    /// The identity of what is made of an original.
    ///
    /// Its tag is known before it is made: it says of what and how. Pixels that come out otherwise
    /// in their last bits, as from a decode that other styles shared, are the same answer.
    ///
    /// @param lastModified when that original was uploaded
    static Identity of(Provenance provenance, Instant lastModified, boolean negotiated) {
        String made = provenance.source().value() + '\n' + provenance.recipe();
        return new Identity(new EntityTag(digest(made)), lastModified, negotiated);
    }

    private static String digest(String made) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(made.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
