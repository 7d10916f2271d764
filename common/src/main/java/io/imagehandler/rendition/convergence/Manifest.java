package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.transformation.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a page needs to know to show an original: its eager renditions with their sizes and URLs,
/// ready `srcset`s, and a colour for the time until it is there.
///
/// @param key the original's
/// @param etag the original's
/// @param average the average colour, unless it cannot be told
/// @param renditions all that are there, in the order of their styles
/// @param sourceSets see [SourceSet]
public record Manifest(
        OriginalKey key,
        EntityTag etag,
        @Nullable Color average,
        List<ReadyRendition> renditions,
        List<SourceSet> sourceSets) {

    private static final String PREFIX = RenditionKey.RESERVED + "m/";

    public Manifest {
        renditions = List.copyOf(renditions);
        sourceSets = List.copyOf(sourceSets);
    }

    /// Where the manifest of the original is stored, without a leading `/`, not percent-encoded.
    public static String path(OriginalKey key) {
        return PREFIX + key.value();
    }

    /// Whether that is no longer than the store allows.
    static boolean hasPath(OriginalKey key) {
        return path(key).getBytes(StandardCharsets.UTF_8).length <= RenditionKey.LONGEST;
    }

    /// As JSON. Every text in it is a name of ours or percent-encoded, so nothing needs escaping.
    public String json() {
        return """
        {"original":"%s","etag":"%s",%s"renditions":[%s],"srcsets":[%s]}
        """
                .formatted(
                        ViewerUrl.of(key),
                        ViewerUrl.encode(etag.value()),
                        color(),
                        renditions.stream().map(this::json).collect(Collectors.joining(",")),
                        sourceSets.stream().map(SourceSet::json).collect(Collectors.joining(",")));
    }

    private String color() {
        return average == null
                ? ""
                : "\"color\":\"#%s\",".formatted(average.hex().toLowerCase(Locale.ROOT));
    }

    private String json(ReadyRendition rendition) {
        return """
        {"style":"%s","class":"%s","url":"%s","path":"/%s","width":%d,"height":%d,\
        "format":"%s","bytes":%d}\
        """
                .formatted(
                        rendition.style(),
                        rendition.accepts().word(),
                        ViewerUrl.of(key, rendition.style()),
                        ViewerUrl.encode(rendition.path()),
                        rendition.size().width(),
                        rendition.size().height(),
                        rendition.mediaType(),
                        rendition.bytes());
    }
}
