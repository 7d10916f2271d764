package io.imagehandler.rendition.convergence;

/// Something wrong at the end.
///
/// @param path where
record Wrong(Kind kind, String path) {

    enum Kind {
        /// Something is there although nothing is to be.
        LEFT,
        /// Nothing is there although something is to be.
        MISSING,
        /// Something else is there than is to be.
        STALE,
        /// It was removed although it is another original's.
        FOREIGN,
        /// Nobody was told of the original.
        UNTOLD,
        /// Caches were not told to forget it.
        CACHED
    }
}
