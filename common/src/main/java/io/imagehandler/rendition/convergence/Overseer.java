package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.OriginalKey;

/// Looks after renderings that could come to no end. Safe for use by many threads.
public interface Overseer {

    /// From now on renditions of that original are made, until what this gives is closed.
    ///
    /// @param pictures how many, at least 1
    Watching over(OriginalKey key, int pictures);

    /// Nobody.
    static Overseer none() {
        return (_, _) -> () -> {};
    }

    /// A rendering that is looked after.
    interface Watching extends AutoCloseable {
        @Override
        void close();
    }
}
