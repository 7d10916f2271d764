package io.imagehandler.engine.inspect;

import io.imagehandler.engine.ImageFacts;
import java.nio.ByteBuffer;

/// Lets a test hand an engine bytes that [Inspector] would have refused, to see what the engine
/// makes of them.
public final class CheckedImages {

    private CheckedImages() {}

    /// `bytes` as if the header walk had let them through with these facts.
    public static CheckedImage of(ByteBuffer bytes, ImageFacts facts) {
        return new CheckedImage(bytes, facts);
    }
}
