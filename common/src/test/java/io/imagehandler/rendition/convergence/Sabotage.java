package io.imagehandler.rendition.convergence;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.ByteRange;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.OpenOriginal;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.Room;
import io.imagehandler.rendition.StoredOriginal;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.convergence.Model.Witnessed;
import java.util.List;
import java.util.Optional;

/// Something that the protocol must have, taken away behind its back.
enum Sabotage {
    NONE,

    /// Step 9 is told what step 7 was told, or step 1.
    NO_LOOK_AFTER_THE_SWEEP {
        @Override
        Originals originals(Originals real, Witnessed witnessed) {
            return new Delegating(real) {
                private Optional<StoredOriginal> before = Optional.empty();

                @Override
                public Optional<StoredOriginal> find(OriginalKey key) {
                    before = witnessed.sweeping ? before : real.find(key);
                    witnessed.sweeping = false;
                    return before;
                }
            };
        }
    },

    /// Nothing is swept unless something was rendered.
    NO_SWEEP_UNLESS_RENDERED {
        @Override
        Renditions renditions(InMemoryRenditions real, Witnessed witnessed) {
            return new Forceful(real) {
                @Override
                public List<String> pathsOf(OriginalKey original) {
                    return witnessed.written ? real.pathsOf(original) : List.of();
                }
            };
        }
    },

    /// A pass replaces what it has not seen.
    UNCONDITIONAL_PUT {
        @Override
        Renditions renditions(InMemoryRenditions real, Witnessed witnessed) {
            return new Overwriting(real);
        }
    },

    /// A request replaces what somebody else has stored.
    UNCONDITIONAL_WRITE_BACK {
        @Override
        Renditions requested(InMemoryRenditions real) {
            return new Overwriting(real);
        }
    },

    /// A pass that has lost its lease asks for no other, whatever it has written.
    NOBODY_IS_ASKED_AGAIN {
        @Override
        boolean asksAgain() {
            return false;
        }
    };

    /// Whether a new message is sent by a pass that has lost its lease.
    boolean asksAgain() {
        return true;
    }

    /// The originals as a pass sees them.
    Originals originals(Originals real, Witnessed witnessed) {
        return real;
    }

    /// The renditions as a pass sees them.
    Renditions renditions(InMemoryRenditions real, Witnessed witnessed) {
        return real;
    }

    /// The renditions as a request sees them.
    Renditions requested(InMemoryRenditions real) {
        return real;
    }

    private static class Delegating implements Originals {

        private final Originals real;

        Delegating(Originals real) {
            this.real = real;
        }

        @Override
        public Optional<StoredOriginal> find(OriginalKey key) {
            return real.find(key);
        }

        @Override
        public Optional<Original> read(OriginalKey key, long mostBytes) {
            return real.read(key, mostBytes);
        }

        @Override
        public Optional<Original> read(OriginalKey key, long mostBytes, Room room) {
            return real.read(key, mostBytes, room);
        }

        @Override
        public Optional<Original> read(OriginalKey key, EntityTag tag, long mostBytes, Room room) {
            return real.read(key, tag, mostBytes, room);
        }

        @Override
        public Optional<OpenOriginal> open(OriginalKey key) {
            return real.open(key);
        }

        @Override
        public Optional<OpenOriginal> open(OriginalKey key, EntityTag tag, ByteRange range) {
            return real.open(key, tag, range);
        }
    }

    private static class Forceful implements Renditions {

        private final InMemoryRenditions real;

        Forceful(InMemoryRenditions real) {
            this.real = real;
        }

        @Override
        public Optional<StoredRendition> find(String path) {
            return real.find(path);
        }

        @Override
        public boolean create(RenditionKey key, EncodedImage image, Provenance provenance) {
            return real.create(key, image, provenance);
        }

        @Override
        public boolean replace(
                RenditionKey key, EntityTag seen, EncodedImage image, Provenance provenance) {
            return real.replace(key, seen, image, provenance);
        }

        @Override
        public List<String> pathsOf(OriginalKey original) {
            return real.pathsOf(original);
        }

        @Override
        public boolean remove(String path, EntityTag seen) {
            return real.remove(path, seen);
        }
    }

    private static final class Overwriting extends Forceful {

        private final InMemoryRenditions real;

        Overwriting(InMemoryRenditions real) {
            super(real);
            this.real = real;
        }

        @Override
        public boolean create(RenditionKey key, EncodedImage image, Provenance provenance) {
            real.overwrite(key, image, provenance);
            return true;
        }

        @Override
        public boolean replace(
                RenditionKey key, EntityTag seen, EncodedImage image, Provenance provenance) {
            return create(key, image, provenance);
        }
    }
}
