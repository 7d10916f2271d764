package io.imagehandler.engine.text;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The fonts of this machine: which one stands for each typeface, and where characters come from
/// that it lacks. Decided once; safe for use by many threads.
final class Typefaces {

    /// A machine with more families than this has them for other work than ours.
    private static final int MOST_FALLBACKS = 64;

    private final Map<Typeface, Font> chosen = new EnumMap<>(Typeface.class);
    private final List<Font> fallbacks = new ArrayList<>();

    private Typefaces(Set<String> installed) {
        for (Typeface typeface : Typeface.values()) {
            chosen.put(typeface, font(typeface.family(installed)));
        }
        var families = new LinkedHashSet<String>();
        chosen.values().forEach(font -> families.add(font.getName()));
        families.addAll(installed);
        families.stream().limit(MOST_FALLBACKS).forEach(family -> fallbacks.add(font(family)));
    }

    /// Asks the JDK for the installed families, which throws what it likes if it cannot have them.
    static Typefaces installed() {
        var graphics = GraphicsEnvironment.getLocalGraphicsEnvironment();
        var names = graphics.getAvailableFontFamilyNames(Locale.ROOT);
        return new Typefaces(new TreeSet<>(Arrays.asList(names)));
    }

    /// The family that stands for the typeface.
    String family(Typeface typeface) {
        return font(typeface).getName();
    }

    /// Of an em size of 1.
    Font font(Typeface typeface) {
        return chosen.getOrDefault(typeface, fallbacks.getFirst());
    }

    /// A font that has all characters of `cluster`, a letter with its marks: the typeface's own if
    /// it does or if none has them. Of an em size of 1.
    Font fontFor(String cluster, Typeface typeface) {
        var own = font(typeface);
        if (covers(own, cluster)) {
            return own;
        }
        return fallbacks.stream().filter(font -> covers(font, cluster)).findFirst().orElse(own);
    }

    private static boolean covers(Font font, String cluster) {
        return cluster.codePoints().filter(point -> !isInvisible(point)).allMatch(font::canDisplay);
    }

    /// Joiners, direction marks and variation selectors show nothing, so no font need have them.
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT
                || (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0100 && point <= 0xE01EF);
    }

    private static Font font(String family) {
        return new Font(family, Font.PLAIN, 1);
    }
}
