package io.imagehandler.rendition;

import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.transformation.Transformation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The stored pictures that watermarks need. They are originals like others, and bounded like
/// others. Safe for use by many threads.
public final class MarkOriginals {

    private final Originals originals;
    private final long mostBytes;

    /// @param mostBytes the largest one that is read
    public MarkOriginals(Originals originals, long mostBytes) {
        this.originals = originals;
        this.mostBytes = mostBytes;
    }

    /// The tags of those that are stored now, by their keys.
    Map<String, EntityTag> tags(Transformation transformation) {
        var tags = new LinkedHashMap<String, EntityTag>();
        for (String key : transformation.marks()) {
            place(key).flatMap(originals::tag).ifPresent(tag -> tags.put(key, tag));
        }
        return tags;
    }

    /// @throws NoSuchOriginal if it is not stored
    /// @throws io.imagehandler.failure.OriginalTooLarge if it has too many bytes
    Original read(String key) {
        try {
            return place(key)
                    .flatMap(place -> originals.read(place, mostBytes))
                    .orElseThrow(() -> new NoSuchOriginal("there is no image of the watermark"));
        } catch (OriginalTooLarge _) {
            throw new OriginalTooLarge(
                    "the image of the watermark has more than " + mostBytes + " bytes");
        }
    }

    /// All that the transformation needs.
    ///
    /// @throws NoSuchOriginal as [#read]
    /// @throws io.imagehandler.failure.OriginalTooLarge as [#read]
    Marks readAll(Transformation transformation) {
        var pictures = new LinkedHashMap<String, Original>();
        transformation.marks().forEach(key -> pictures.put(key, read(key)));
        return new Marks(pictures);
    }

    /// Nothing if it is in the place of renditions, where no original is.
    private static Optional<OriginalKey> place(String key) {
        try {
            return Optional.of(OriginalKey.of(key));
        } catch (NoSuchOriginal reserved) {
            return Optional.empty();
        }
    }
}
