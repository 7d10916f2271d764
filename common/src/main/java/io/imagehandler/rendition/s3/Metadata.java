package io.imagehandler.rendition.s3;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is kept beside the bytes of an object of ours.
final class Metadata {

    /// A day and not longer: no address of such an object names the version of its original.
    static final String CACHE_CONTROL = "public, max-age=86400";

    private static final String SOURCE = "source-etag";
    private static final String RECIPE = "style-hash";
    private static final String SIZE = "size";
    private static final String AVERAGE = "average";

    private static final Pattern SIZE_TEXT = Pattern.compile("([1-9]\\d{0,5})x([1-9]\\d{0,5})");
    private static final Pattern COLOR_TEXT = Pattern.compile("[0-9A-F]{6}");

    /// What an object without our metadata was made of. No original has this tag.
    private static final Provenance UNKNOWN = new Provenance(new EntityTag("unknown"), "");

    private Metadata() {}

    static Map<String, String> of(Provenance provenance, Size size) {
        return Map.of(
                SOURCE,
                provenance.source().value(),
                RECIPE,
                provenance.recipe(),
                SIZE,
                size.toString());
    }

    static Map<String, String> of(Provenance provenance, @Nullable Color average) {
        var metadata = new HashMap<String, String>();
        metadata.put(SOURCE, provenance.source().value());
        metadata.put(RECIPE, provenance.recipe());
        if (average != null) {
            metadata.put(AVERAGE, average.hex());
        }
        return metadata;
    }

    static Provenance provenance(Map<String, String> metadata) {
        String source = metadata.getOrDefault(SOURCE, "");
        String recipe = metadata.getOrDefault(RECIPE, "");
        return source.isEmpty() ? UNKNOWN : new Provenance(new EntityTag(source), recipe);
    }

    /// Of one frame; 1x1 if the object does not tell.
    static Size size(Map<String, String> metadata) {
        Matcher size = SIZE_TEXT.matcher(metadata.getOrDefault(SIZE, ""));
        return size.matches()
                ? new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                : new Size(1, 1);
    }

    static @Nullable Color average(Map<String, String> metadata) {
        String hex = metadata.getOrDefault(AVERAGE, "");
        return COLOR_TEXT.matcher(hex).matches() ? Color.ofHex(hex) : null;
    }
}
