package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Rendering.Refused;
import java.time.Duration;
import java.util.List;

/// What a pass came to.
public sealed interface Outcome {

    /// It has ended: the message that asked for it is acknowledged.
    sealed interface Done extends Outcome {

        /// How many stored files were removed.
        int removed();
    }

    /// Every eager rendition is there, but for those that cannot be made of this original.
    ///
    /// @param rendered how many were made now
    record InStep(int rendered, List<Refused> refused, int removed) implements Done {
        public InStep {
            refused = List.copyOf(refused);
        }
    }

    /// None can be made of this original.
    ///
    /// @param etag the original's
    /// @param found whether it was found so now; otherwise it was known from an earlier attempt,
    ///   which has told everybody
    record Rejected(EntityTag etag, Rejection rejection, boolean found, int removed)
            implements Done {}

    /// There is no original, and nothing made of one.
    record Gone(int removed) implements Done {}

    /// It has not ended: the message comes back after a random time between the two, and is not
    /// acknowledged.
    sealed interface Later extends Outcome {

        Duration soonest();

        Duration latest();

        /// Whether it is to be counted as a failure, see [Attempts#fail].
        boolean isFailure();
    }

    /// Another pass is at work on the same bytes.
    record Busy() implements Later {

        @Override
        public Duration soonest() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration latest() {
            return Duration.ofSeconds(30);
        }

        @Override
        public boolean isFailure() {
            return false;
        }
    }

    /// Something changed in each of its rounds.
    record StillChanging() implements Later {

        private static final Duration REST = Duration.ofSeconds(30);

        @Override
        public Duration soonest() {
            return REST;
        }

        @Override
        public Duration latest() {
            return REST;
        }

        @Override
        public boolean isFailure() {
            return true;
        }
    }

    /// The lease grew too old: another worker has the message by now or soon, and acknowledges it.
    record LeaseLost() implements Later {

        @Override
        public Duration soonest() {
            return Duration.ZERO;
        }

        @Override
        public Duration latest() {
            return Duration.ZERO;
        }

        @Override
        public boolean isFailure() {
            return false;
        }
    }
}
