package io.imagehandler.engine.text;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;

/// The fonts of the machine that runs the tests. Without them a test is skipped and says so; with
/// `-Dimagehandler.require-fonts=true` it fails.
final class InstalledFonts {

    private static final Typesetter TYPESETTER = Typesetter.ofInstalledFonts();

    private InstalledFonts() {}

    /// With whatever fonts there are.
    static Typesetter typesetter() {
        if (!TYPESETTER.available()) {
            lacking("no fonts on this machine (" + TYPESETTER.summary() + ")");
        }
        return TYPESETTER;
    }

    /// With fonts that have these texts.
    static Typesetter having(List<String> texts) {
        var typesetter = typesetter();
        var typefaces = Typefaces.installed();
        for (String text : texts) {
            if (typefaces.fontFor(text, Typeface.WQY_ZENHEI).canDisplayUpTo(text) >= 0) {
                lacking(
                        "no font on this machine has '"
                                + text
                                + "' (install fonts-wqy-zenhei and"
                                + " fonts-dejavu-core)");
            }
        }
        return typesetter;
    }

    private static void lacking(String what) {
        if (Boolean.getBoolean("imagehandler.require-fonts")) {
            fail(what);
        }
        abort(what);
    }
}
