package io.imagehandler.worker.reconcile;

import io.imagehandler.rendition.upkeep.Listing.Listed;
import java.util.Optional;

/// One of the listings that are read side by side, in the order of their places: that of an
/// original is its key with a `/` behind it, right before the places of its renditions. For one
/// thread.
interface Side {

    /// The next one, or nothing at the end.
    Optional<Placed> peek();

    /// Goes on behind what [#peek] gave.
    void take();

    /// Whether everything up to [#resume] was taken, and nothing behind it.
    boolean isSettled();

    /// The key behind which another one goes on where this one is, if it is settled.
    String resume();

    /// An object and its place.
    ///
    /// @param key the original's that it is, or belongs to
    /// @param isOriginal whether it is the original itself
    record Placed(String place, String key, Listed object, boolean isOriginal) {}
}
