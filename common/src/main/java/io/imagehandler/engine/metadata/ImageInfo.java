package io.imagehandler.engine.metadata;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What may be told about a stored file, as names and texts.
///
/// Always `FileSize` in bytes, `Format`, `FrameCount`, and `ImageHeight` and `ImageWidth` in pixels
/// as stored. Where the file says so also `XResolution` and `YResolution` (`n/d`) in the
/// `ResolutionUnit` of Exif (1 none, 2 inch, 3 centimetre) and, except for PNG, some fields of
/// Exif. Never where a picture was taken, what identifies a device or its owner, or a maker's
/// notes: only the fields named here are ever looked at.
///
/// @param fields sorted by name; unmodifiable
public record ImageInfo(SortedMap<String, String> fields) {

    public ImageInfo {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// Metadata that is damaged is left out; it is never a failure.
    ///
    /// @param image the file as it was let through
    /// @param stored the file itself, from its position to its limit, as it was inspected: `image`
    ///   may lack what no decoder needs
    public static ImageInfo of(CheckedImage image, ByteBuffer stored) {
        var facts = image.facts();
        var fields = new TreeMap<String, String>();
        var file = new Blocks(stored);
        switch (facts.format()) {
            case JPEG -> {
                file.jpegExif().ifPresent(exif -> fields.putAll(Exif.fields(exif)));
                if (!fields.containsKey("XResolution")) {
                    file.jpegDensity().ifPresent(density -> fields.putAll(density.fields()));
                }
            }
            case PNG -> file.pngDensity().ifPresent(density -> fields.putAll(density.fields()));
            case WEBP -> file.webpExif().ifPresent(exif -> fields.putAll(Exif.fields(exif)));
            case AVIF, HEIC -> file.heifExif().ifPresent(exif -> fields.putAll(Exif.fields(exif)));
            case GIF -> {}
        }
        fields.putAll(basics(facts, stored.remaining()));
        return new ImageInfo(fields);
    }

    /// As JSON: an object with an object `{"value":"…"}` for every field, sorted by name.
    public String json() {
        return fields.entrySet().stream()
                .map(field ->
                        quoted(field.getKey()) + ":{\"value\":" + quoted(field.getValue()) + "}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, String> basics(ImageFacts facts, int length) {
        return Map.of(
                "FileSize", Integer.toString(length),
                "Format", word(facts.format()),
                "FrameCount", Integer.toString(facts.frames()),
                "ImageHeight", Integer.toString(facts.size().height()),
                "ImageWidth", Integer.toString(facts.size().width()));
    }

    private static String word(SourceFormat format) {
        return switch (format) {
            case JPEG -> "jpg";
            case PNG -> "png";
            case GIF -> "gif";
            case WEBP -> "webp";
            case AVIF -> "avif";
            case HEIC -> "heic";
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ' || Character.isSurrogate(character)) {
                quoted.append("\\u%04x".formatted((int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
