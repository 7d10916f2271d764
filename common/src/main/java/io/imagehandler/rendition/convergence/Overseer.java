package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.OriginalKey;
import java.time.Duration;

/// Looks after renderings that could come to no end. Safe for use by many threads.
public interface Overseer {

    /// From now on renditions of that original are made, until what this gives is closed.
    ///
    /// @return for the thread that calls
    Watching over(OriginalKey key);

    /// Nobody.
    static Overseer none() {
        return _ -> Watching.NONE;
    }

    /// A rendering that is looked after.
    interface Watching extends AutoCloseable {

        /// By nobody.
        Watching NONE =
                new Watching() {
                    @Override
                    public void allow(Duration longest) {}

                    @Override
                    public void close() {}
                };

        /// What it does next is over after that time, or never.
        void allow(Duration longest);

        @Override
        void close();
    }
}
