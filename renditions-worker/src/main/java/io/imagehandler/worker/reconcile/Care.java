package io.imagehandler.worker.reconcile;

import io.imagehandler.rendition.OriginalKey;
import java.util.List;
import java.util.function.Consumer;

/// What is done with what is found. For one thread.
interface Care {

    /// This was found.
    void found(Finding finding);

    /// Has the worker look at them.
    ///
    /// @param keys at most as many as the queue takes at a time
    /// @return whether to go on; otherwise they were not sent
    boolean send(List<OriginalKey> keys);

    /// Everything before that position was found and sent.
    ///
    /// @param keys how many keys there were since the last time
    /// @param sent how many of them were sent
    /// @return whether to go on
    boolean mark(Position position, long keys, long sent);

    /// Does nothing but tell.
    static Care telling(Consumer<Finding> listener) {
        return new Care() {
            @Override
            public void found(Finding finding) {
                listener.accept(finding);
            }

            @Override
            public boolean send(List<OriginalKey> keys) {
                return true;
            }

            @Override
            public boolean mark(Position position, long keys, long sent) {
                return true;
            }
        };
    }
}
