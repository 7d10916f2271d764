package io.imagehandler.ondemand;

import io.imagehandler.engine.EncodedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A rendition, ready to be sent.
///
/// @param image the picture
/// @param negotiated whether other clients may be given other formats
record Picture(EncodedImage image, boolean negotiated) {

    /// The tag that S3 gives to the same bytes, so that it stays the same when the stored rendition
    /// takes over from this service. With its quotes.
    String tag() {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(image.bytes());
            return '"' + HexFormat.of().formatHex(md5.digest()) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }
}
