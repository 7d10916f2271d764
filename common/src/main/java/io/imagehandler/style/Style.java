package io.imagehandler.style;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Transformation;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// A named transformation.
///
/// @param name its name
/// @param transformation what it does to a picture; has at least one operation
/// @param formats AVIF and WebP, or one of them, if it is also made in these and clients choose by
///   `Accept`; the transformation then names no format. Empty otherwise
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

    private static final Set<OutputFormat> NEGOTIABLE =
            Set.of(OutputFormat.AVIF, OutputFormat.WEBP);

    public Style {
        formats = Set.copyOf(formats);
        if (!NEGOTIABLE.containsAll(formats)) {
            throw new IllegalArgumentException(
                    "formats must be drawn from avif and webp but are " + formats);
        }
        if (!formats.isEmpty() && transformation.output().namesFormat()) {
            throw new IllegalArgumentException(
                    "transformation must name no format beside formats but names one");
        }
        if (version < 0) {
            throw new IllegalArgumentException("version must be at least 0 but is " + version);
        }
    }

    /// A style as it is kept: of a text of `image/...` and the words of its formats.
    ///
    /// @throws InvalidArgument if `name` or `text` is not of the language, the text is a query, a
    ///   word is neither `avif` nor `webp`, the text names a format although there are words, or
    ///   `version` is negative
    public static Style parse(
            String name,
            String text,
            Collection<String> formats,
            boolean eager,
            String prefix,
            int version) {
        if (!StyleName.isName(name)) {
            throw new InvalidArgument(
                    "name", name, "1 to 63 letters, digits, '_', '-' or '.'", "is no style name");
        }
        if (version < 0) {
            throw new InvalidArgument("version", "" + version, "0 and up", "is out of range");
        }
        Transformation transformation = TransformationGrammar.parse(text);
        Set<OutputFormat> offered = EnumSet.noneOf(OutputFormat.class);
        formats.forEach(word -> offered.add(negotiable(word)));
        if (!offered.isEmpty() && transformation.output().namesFormat()) {
            throw new InvalidArgument("text", text, "no format beside formats", "names a format");
        }
        return new Style(new StyleName(name), transformation, offered, eager, prefix, version);
    }

    private static OutputFormat negotiable(String word) {
        return NEGOTIABLE.stream()
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidArgument("formats", word, "avif, webp", "is not known"));
    }

    /// Whether an upload of this key makes the style.
    public boolean isMadeFor(String key) {
        return eager && key.startsWith(prefix);
    }

    /// What a request for the style asks for: its transformation, the format left to the client's
    /// class if there are [#formats].
    public Transformation asked() {
        return formats.isEmpty()
                ? transformation
                : transformation.with(transformation.output().negotiated());
    }

    /// The one of [#classes] that a client is of by its `Accept` header.
    public AcceptClass accepts(String header) {
        return AcceptClass.of(header, formats);
    }

    /// The classes of clients that get renditions of their own, at least [AcceptClass#NONE].
    public Set<AcceptClass> classes() {
        Set<AcceptClass> classes = EnumSet.of(AcceptClass.NONE);
        formats.forEach(format -> AcceptClass.ofWord(format.word()).ifPresent(classes::add));
        return classes;
    }
}
