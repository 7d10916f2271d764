package io.imagehandler.rendition.upkeep;

import io.imagehandler.rendition.EntityTag;
import java.time.Instant;
import java.util.List;

/// What a store holds, in the order of its keys: that of their bytes in UTF-8. Safe for use by many
/// threads.
public interface Listing {

    /// The most objects on one page.
    int PAGE = 1_000;

    /// The next objects, in one call.
    ///
    /// @param prefix what their keys begin with
    /// @param after the last key that is known already; empty: none is
    Page page(String prefix, String after);

    /// Some objects.
    ///
    /// @param objects at most [#PAGE], in their order
    /// @param isLast whether there are no others behind them
    record Page(List<Listed> objects, boolean isLast) {
        public Page {
            objects = List.copyOf(objects);
        }
    }

    /// An object as lists have it.
    ///
    /// @param key as it is stored, not percent-encoded
    /// @param tag names exactly its bytes
    /// @param written when; S3 says it to the second
    /// @param length in bytes
    record Listed(String key, EntityTag tag, Instant written, long length) {}
}
