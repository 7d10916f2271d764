package io.imagehandler.rendition.convergence;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.StoredRendition;
import java.util.Optional;

/// Stores what was rendered because somebody asked. It creates and never replaces, since passes
/// know better, and takes back what the original has outrun. Safe for use by many threads.
public record Deposit(Originals originals, Renditions renditions) {

    private static final int MOST_ROUNDS = 5;

    /// What became of it.
    public enum Result {
        /// It is there, made of the original of now.
        STORED,
        /// Something else was there before, and is.
        EXISTED,
        /// The original is another one by now, or none: it is not there.
        WITHDRAWN
    }

    /// Stores the picture.
    public Result store(RenditionKey key, EncodedImage image, Provenance provenance) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            // If it is said to exist, it may still be ours: an answer may get lost on its way.
            boolean created = renditions.create(key, image, provenance);
            if (isCurrent(key.original(), provenance.source())) {
                return created ? Result.STORED : Result.EXISTED;
            }
            withdraw(key.path(), provenance.source());
            // If it is current again, somebody may have found ours and relied on it.
            if (!isCurrent(key.original(), provenance.source())) {
                break;
            }
        }
        return Result.WITHDRAWN;
    }

    private boolean isCurrent(OriginalKey key, EntityTag source) {
        return originals.tag(key).equals(Optional.of(source));
    }

    private void withdraw(String path, EntityTag source) {
        Optional<StoredRendition> found =
                renditions.find(path).filter(one -> one.provenance().source().equals(source));
        found.ifPresent(ours -> renditions.remove(path, ours.tag()));
    }
}
