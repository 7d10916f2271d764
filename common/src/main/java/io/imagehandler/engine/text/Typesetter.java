package io.imagehandler.engine.text;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.transformation.Size;
import java.awt.AWTError;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Sets a line of text in type: shapes it, joins and orders its letters as its scripts demand, and
/// takes from other fonts what the typeface lacks.
///
/// Finds the machine's fonts when made, which takes part of a second, and never again; a machine
/// without fonts is a state of it, not an exception. Safe for use by many threads.
public final class Typesetter {

    /// Antialiased in greys, positions in fractions of a pixel.
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Fonts fonts;

    private Typesetter(Fonts fonts) {
        this.fonts = fonts;
    }

    /// With the fonts of this machine.
    public static Typesetter ofInstalledFonts() {
        return of(Typefaces::installed);
    }

    /// The JDK says in many ways that it has no fonts: without fontconfig as a bare
    /// `RuntimeException`, without FreeType or its own native part as a linkage error.
    static Typesetter of(Supplier<Typefaces> search) {
        try {
            var typefaces = search.get();
            var trial = new TextLayout("A", typefaces.font(Typeface.WQY_ZENHEI), CONTEXT);
            return trial.getOutline(null).getBounds2D().isEmpty()
                    ? missing("no installed font has the letter A")
                    : new Typesetter(new Fonts.Found(typefaces));
        } catch (RuntimeException | LinkageError | InternalError | AWTError e) {
            return missing(e.toString());
        }
    }

    /// Whether text can be drawn on this machine.
    public boolean available() {
        return switch (fonts) {
            case Fonts.Found _ -> true;
            case Fonts.Missing _ -> false;
        };
    }

    /// What text is drawn with, typeface by typeface, or why none can be drawn and what to install:
    /// one line for the log of whoever runs the service.
    public String summary() {
        return switch (fonts) {
            case Fonts.Found(Typefaces typefaces) ->
                    Arrays.stream(Typeface.values())
                            .map(typeface -> typeface.word() + " is " + typefaces.family(typeface))
                            .collect(Collectors.joining(", "));
            case Fonts.Missing(String reason) -> reason;
        };
    }

    /// The text set in one line.
    ///
    /// @throws UnsupportedFormat if no text can be drawn on this machine
    public SetLine set(Lettering lettering) {
        return switch (fonts) {
            case Fonts.Found(Typefaces typefaces) ->
                    new SetLine(
                            lettering,
                            new TextLayout(styled(lettering, typefaces).getIterator(), CONTEXT));
            case Fonts.Missing _ ->
                    throw new UnsupportedFormat(
                            "text cannot be drawn here, since this installation has no fonts");
        };
    }

    /// The text as a picture: the whole line, or as much of its upper left part as `most` has room
    /// for. Where another part of a long line is seen, use [#set].
    ///
    /// @throws UnsupportedFormat if no text can be drawn on this machine
    public Bitmap draw(Lettering lettering, Size most) {
        return set(lettering).draw(most);
    }

    /// Letters of one font stay together in one run, or scripts whose letters join would fall
    /// apart.
    private static AttributedString styled(Lettering lettering, Typefaces typefaces) {
        String text = composed(lettering.text());
        var styled = new AttributedString(text);
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        int run = 0;
        Font font = typefaces.font(lettering.typeface());
        int start = clusters.first();
        for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
            Font next = typefaces.fontFor(text.substring(start, end), lettering.typeface());
            if (!next.equals(font) && start > run) {
                styled.addAttribute(TextAttribute.FONT, sized(font, lettering), run, start);
                run = start;
            }
            font = next;
            start = end;
        }
        styled.addAttribute(TextAttribute.FONT, sized(font, lettering), run, text.length());
        return styled;
    }

    /// More fonts have a letter with its mark as one than as two. U+FFFF, which is no character,
    /// means the end of the text to the JDK, so another sign stands for it.
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replace('\uFFFF', '\uFFFD');
    }

    private static Font sized(Font font, Lettering lettering) {
        return font.deriveFont(
                Map.of(
                        TextAttribute.SIZE,
                        (float) lettering.size(),
                        TextAttribute.KERNING,
                        TextAttribute.KERNING_ON));
    }

    private static Typesetter missing(String cause) {
        return new Typesetter(
                new Fonts.Missing(
                        "no text can be drawn: install fontconfig, FreeType and a font"
                                + " (on Debian: fontconfig libfreetype6 libharfbuzz0b fonts-wqy-zenhei"
                                + " fonts-dejavu-core); the JDK says: "
                                + cause));
    }
}
