package io.imagehandler.engine.inspect;

import io.imagehandler.engine.ImageLimits;
import java.nio.ByteBuffer;

/// Names the format of a file and bounds what decoding it may cost, in one linear pass over its
/// structure, before any codec sees a byte.
///
/// Never recurses on input, allocates a constant amount, and ignores name and declared type. Safe
/// for use by many threads.
public final class Inspector {

    private final ImageLimits limits;

    public Inspector(ImageLimits limits) {
        this.limits = limits;
    }

    /// The file with what is known of it.
    ///
    /// @throws io.imagehandler.failure.OriginalTooLarge if it has more bytes than the limits allow
    /// @throws io.imagehandler.failure.UnsupportedFormat if its bytes are of no enabled format; an
    ///   empty file is of none
    /// @throws io.imagehandler.failure.UndecodableImage if its structure is damaged or cut off
    /// @throws io.imagehandler.failure.ImageTooLarge if it would cost more than the limits allow
    @SuppressWarnings("DoNotCallSuggester")
    public CheckedImage inspect(ByteBuffer file) {
        throw new IllegalStateException("not here yet: " + limits + file);
    }
}
