package io.imagehandler.rendition;

import java.util.LinkedHashMap;
import java.util.Map;

/// The pictures that the watermarks of one transformation need, as they were read.
///
/// @param pictures by their keys; all that it needs
public record Marks(Map<String, Original> pictures) {

    public Marks {
        pictures = Map.copyOf(pictures);
    }

    /// By their keys.
    Map<String, EntityTag> tags() {
        var tags = new LinkedHashMap<String, EntityTag>();
        pictures.forEach((key, picture) -> tags.put(key, picture.tag()));
        return tags;
    }

    /// The one of that key.
    Original picture(String key) {
        Original picture = pictures.get(key);
        if (picture == null) {
            throw new IllegalArgumentException("the mark must have been read but was not");
        }
        return picture;
    }
}
