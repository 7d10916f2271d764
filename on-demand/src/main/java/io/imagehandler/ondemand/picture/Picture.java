package io.imagehandler.ondemand.picture;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.rendition.Answer;
import io.imagehandler.rendition.Original;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A picture, or what is said about one, ready to be sent.
///
/// @param identity by what caches know it again
/// @param mediaType of the bytes
/// @param bytes of the file, read-only
public record Picture(Identity identity, String mediaType, ByteBuffer bytes) {

    public Picture {
        bytes = bytes.asReadOnlyBuffer();
    }

    static Picture of(EncodedImage image, Identity identity) {
        return new Picture(identity, image.format().mediaType(), image.bytes());
    }

    /// An original that stands for its rendition.
    static Picture of(Original original, SourceFormat format, Identity identity) {
        return new Picture(identity, format.mediaType(), original.bytes());
    }

    static Picture of(Answer answer, Identity identity) {
        ByteBuffer text = ByteBuffer.wrap(answer.text().getBytes(StandardCharsets.UTF_8));
        return new Picture(identity, answer.mediaType(), text);
    }

    /// A view of the file of its own position.
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    public Label label() {
        return new Label(identity, mediaType, bytes.remaining());
    }
}
