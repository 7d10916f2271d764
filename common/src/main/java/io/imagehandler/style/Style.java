package io.imagehandler.style;

import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Transformation;
import java.util.Set;

/// A named transformation.
///
/// @param name its name
/// @param transformation what it does to a picture; has at least one operation
/// @param formats AVIF and WebP, or one of them, if it is also made in these and clients choose by
///   `Accept`; empty otherwise
/// @param eager whether it is made for every upload under `prefix`, before anybody asks
/// @param prefix what the keys of these uploads start with; empty means all of them
/// @param version 1 and up for a style that is published under a new address at each change; 0 for
///   one that keeps its address
public record Style(
        StyleName name,
        Transformation transformation,
        Set<OutputFormat> formats,
        boolean eager,
        String prefix,
        int version) {

    public Style {
        formats = Set.copyOf(formats);
        if (formats.stream()
                .anyMatch(format -> format != OutputFormat.AVIF && format != OutputFormat.WEBP)) {
            throw new IllegalArgumentException(
                    "formats must be drawn from avif and webp but are " + formats);
        }
        if (version < 0) {
            throw new IllegalArgumentException("version must be at least 0 but is " + version);
        }
    }

    /// Whether an upload of this key makes the style.
    public boolean isMadeFor(String key) {
        return eager && key.startsWith(prefix);
    }
}
