package io.imagehandler.worker.upkeep;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.upkeep.Listing.Listed;
import java.util.Optional;

/// Which objects of the originals' bucket are originals.
public final class Keys {

    private Keys() {}

    /// The key, unless no event of it would be followed: it can be none, or it is the marker of a
    /// folder.
    public static Optional<OriginalKey> of(Listed object) {
        if (object.key().endsWith("/") && object.length() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(OriginalKey.of(object.key()));
        } catch (ImageFailure unusable) {
            return Optional.empty();
        }
    }
}
