package io.imagehandler.engine.inspect;

import io.imagehandler.engine.ImageFacts;
import java.nio.ByteBuffer;

/// A source that the header walk has let through. Only [Inspector] makes one, so no codec ever sees
/// other bytes.
public final class CheckedImage {

    private final ByteBuffer bytes;
    private final ImageFacts facts;

    CheckedImage(ByteBuffer bytes, ImageFacts facts) {
        this.bytes = bytes.asReadOnlyBuffer();
        this.facts = facts;
    }

    /// The whole file, read-only, in a view of its own position.
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    public ImageFacts facts() {
        return facts;
    }
}
