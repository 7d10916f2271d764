package io.imagehandler.worker.reconcile;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Recipe;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What every style does, in a few letters, to be held against what it was at another time. The
/// engine's version has no part in it: a new engine changes no picture by itself, and whoever wants
/// all of them from it asks for a backfill.
///
/// @param digests by the names of the styles
record Recipes(Map<String, String> digests) {

    private static final int LETTERS = 12;

    Recipes {
        digests = Map.copyOf(digests);
    }

    /// With the pictures of watermarks as they are now.
    static Recipes of(Iterable<Style> styles, Originals originals) {
        var digests = new TreeMap<String, String>();
        for (Style style : styles) {
            String marks =
                    style.transformation().marks().stream()
                            .map(key -> key + " " + tag(key, originals))
                            .collect(Collectors.joining("\n"));
            String classes =
                    style.classes().stream()
                            .map(AcceptClass::name)
                            .sorted()
                            .collect(Collectors.joining(","));
            String text = TransformationGrammar.canonical(style.asked());
            String digest = Recipe.digest(text + "\n" + classes + "\n" + marks);
            digests.put(style.name().value(), digest.substring(0, LETTERS));
        }
        return new Recipes(digests);
    }

    /// As [#toString] has written it.
    static Recipes parse(String text) {
        return new Recipes(
                Arrays.stream(text.split(" ", -1))
                        .filter(one -> one.indexOf('=') > 0)
                        .map(one -> one.split("=", 2))
                        .collect(Collectors.toMap(one -> one[0], one -> one[1])));
    }

    /// The styles that are not as they were then.
    Set<StyleName> changedSince(Recipes then) {
        return digests.entrySet().stream()
                .filter(one -> !one.getValue().equals(then.digests.get(one.getKey())))
                .map(one -> new StyleName(one.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String tag(String key, Originals originals) {
        try {
            return originals.tag(OriginalKey.of(key)).map(EntityTag::value).orElse("");
        } catch (ImageFailure none) {
            return "";
        }
    }

    @Override
    public String toString() {
        return new TreeMap<>(digests)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" "));
    }
}
