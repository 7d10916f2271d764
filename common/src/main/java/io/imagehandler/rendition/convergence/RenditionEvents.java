package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import java.util.List;

/// Tells applications what became of an original, so that they need not ask again and again. At
/// least once for each original that stays for long enough; twice where a pass died at its end.
/// Safe for use by many threads.
public interface RenditionEvents {

    /// Every eager rendition of the original is there that can be made of it.
    ///
    /// @param etag the original's
    /// @param renditions all of them, also those that were there before
    void ready(OriginalKey key, EntityTag etag, List<ReadyRendition> renditions);

    /// Nothing can be made of the original.
    void failed(OriginalKey key, EntityTag etag, Rejection reason);

    /// Where nobody listens.
    static RenditionEvents none() {
        return new RenditionEvents() {
            @Override
            public void ready(OriginalKey key, EntityTag etag, List<ReadyRendition> renditions) {}

            @Override
            public void failed(OriginalKey key, EntityTag etag, Rejection reason) {}
        };
    }
}
