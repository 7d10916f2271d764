package io.imagehandler.ondemand.picture;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.Answer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A picture, or what is said about one, ready to be sent.
///
/// @param mediaType of the bytes
/// @param bytes of the file, read-only
/// @param negotiated whether other clients may be given other formats
public record Picture(String mediaType, ByteBuffer bytes, boolean negotiated) {

    public Picture {
        bytes = bytes.asReadOnlyBuffer();
    }

    static Picture of(EncodedImage image, boolean negotiated) {
        return new Picture(image.format().mediaType(), image.bytes(), negotiated);
    }

    static Picture of(Answer answer) {
        ByteBuffer text = ByteBuffer.wrap(answer.text().getBytes(StandardCharsets.UTF_8));
        return new Picture(answer.mediaType(), text, false);
    }

    /// A view of the file of its own position.
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /// The tag that S3 gives to the same bytes, so that it stays the same when what this service
    /// stored takes over from it. What the worker stored may have another: made of one decode with
    /// other styles, it can differ in the last bits of its pixels. With its quotes.
    public String tag() {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(bytes());
            return '"' + HexFormat.of().formatHex(md5.digest()) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }
}
