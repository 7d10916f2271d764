package io.imagehandler.rendition.convergence;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Rendering;
import io.imagehandler.rendition.Room;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.transformation.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where renditions are made of an original. Safe for use by many threads.
public interface Darkroom {

    /// The largest original that is taken in, in bytes.
    long mostBytes();

    /// What that rendition of that original is to be made of now; may ask for the tags of the
    /// pictures in watermarks.
    Provenance provenance(EntityTag source, WantedRendition wanted);

    /// A place for one original.
    Bench enter();

    /// Room in memory for the bytes of one original, and then for what is made of it; all of it is
    /// given back at the end. For one thread.
    interface Bench extends Room, AutoCloseable {

        /// Makes of the original what is wanted, from one decode, the largest first. Waits until
        /// there is memory for it.
        ///
        /// @throws io.imagehandler.rendition.NoRoom if there is none for too long
        Development develop(Original original, Order order);

        @Override
        void close();
    }

    /// What to make of an original.
    ///
    /// @param key the original's
    /// @param wanted in any order; may be none
    /// @param average whether the average colour is wanted
    /// @param crashes how many workers died over this original; from [Attempts#SUSPECT] on it is to
    ///   be decoded where nothing else can be hurt
    record Order(OriginalKey key, List<WantedRendition> wanted, boolean average, int crashes) {
        public Order {
            wanted = List.copyOf(wanted);
        }
    }

    /// What became of it.
    sealed interface Development {

        /// @param renderings one for each that was wanted
        /// @param average the average colour, if it was wanted and can be told
        record Developed(List<Rendering> renderings, @Nullable Color average)
                implements Development {
            public Developed {
                renderings = List.copyOf(renderings);
            }
        }

        /// Nothing can be made of this original, whatever is wanted.
        record Spoiled(Rejection rejection) implements Development {
            static Spoiled by(ImageFailure failure) {
                return new Spoiled(Rejection.of(failure));
            }
        }
    }
}
