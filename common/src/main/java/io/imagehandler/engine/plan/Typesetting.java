package io.imagehandler.engine.plan;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.engine.text.Lettering;
import io.imagehandler.engine.text.SetLine;
import io.imagehandler.engine.text.Typeface;
import io.imagehandler.engine.text.Typesetter;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.transformation.MarkText;
import io.imagehandler.transformation.Size;

/// Sets the text of watermarks in type. Safe for use by many threads.
@FunctionalInterface
public interface Typesetting {

    /// The text set in one line, not drawn yet.
    ///
    /// @throws UnsupportedFormat if no text can be drawn on this machine
    Line set(MarkText text);

    /// A line of text that knows its size and draws any part of itself.
    interface Line {

        /// In pixels, with the shadow.
        Size size();

        /// Draws the part whose upper left corner is (`left`, `top`); it lies inside the line.
        Bitmap draw(int left, int top, Size part);
    }

    /// With these fonts.
    static Typesetting with(Typesetter typesetter) {
        return text -> {
            SetLine line = typesetter.set(lettering(text));
            return new Line() {
                @Override
                public Size size() {
                    return line.size();
                }

                @Override
                public Bitmap draw(int left, int top, Size part) {
                    return line.draw(left, top, part);
                }
            };
        };
    }

    /// Where there are no fonts.
    static Typesetting none() {
        return _ -> {
            throw new UnsupportedFormat("text cannot be drawn here");
        };
    }

    private static Lettering lettering(MarkText text) {
        Typeface typeface = Typeface.named(text.font().word()).orElseThrow();
        return new Lettering(
                text.text(), typeface, text.size(), text.color(), text.shadow(), text.halo());
    }
}
