package io.imagehandler.transformation;

/// Scales the picture. The three forms differ in what is asked for, so none of them has an absent
/// field.
public sealed interface Resize extends Operation, MarkOperation {

    /// The longest side that can be asked for, in pixels.
    int MAX_SIDE = 16_384;

    /// The largest scale that can be asked for, in percent.
    int MAX_PERCENT = 1_000;

    /// Scales both sides alike; over 100 it enlarges.
    ///
    /// @param percent 1 to [#MAX_PERCENT], but not 100, which would change nothing
    record ByPercent(int percent) implements Resize {
        public ByPercent {
            ResizeGrammar.PERCENT.require(percent, "percent");
            if (percent == 100) {
                throw new IllegalArgumentException("percent must not be 100 but is 100");
            }
        }
    }

    /// Gives one side a length; the other follows the aspect ratio.
    ///
    /// @param length 1 to [#MAX_SIDE]
    /// @param enlarges whether a shorter side is made longer; otherwise it stays
    record ToLength(Side side, int length, boolean enlarges) implements Resize {
        public ToLength {
            ResizeGrammar.SIDE.require(length, "length");
        }
    }

    /// Brings the picture to a box.
    ///
    /// @param fit what is done where the aspect ratios differ
    /// @param enlarges whether the picture may become larger than it is; otherwise the box shrinks
    ///   to the picture, side by side (the canvas of [Fit.Pad] does not)
    record ToBox(Box box, Fit fit, boolean enlarges) implements Resize {}

    /// Which side a length is meant for. A square's width is its long side, its height the short
    /// one.
    enum Side {
        WIDTH("w"),
        HEIGHT("h"),
        LONG("l"),
        SHORT("s");

        private final String parameter;

        Side(String parameter) {
            this.parameter = parameter;
        }

        String parameter() {
            return parameter;
        }
    }

    /// Two lengths, 1 to [#MAX_SIDE] each.
    sealed interface Box {

        /// The box as it lies for this picture.
        Size around(Size picture);

        /// The same box for every picture.
        record Sides(int width, int height) implements Box {
            public Sides {
                ResizeGrammar.SIDE.require(width, "width");
                ResizeGrammar.SIDE.require(height, "height");
            }

            @Override
            public Size around(Size picture) {
                return new Size(width, height);
            }
        }

        /// A box that lies or stands as the picture does; `along` need not be the longer one.
        ///
        /// @param along the length meant for the picture's long side
        /// @param across the length meant for its short side
        record Turnable(int along, int across) implements Box {
            public Turnable {
                ResizeGrammar.SIDE.require(along, "along");
                ResizeGrammar.SIDE.require(across, "across");
            }

            @Override
            public Size around(Size picture) {
                Size lying = new Size(along, across);
                return picture.width() >= picture.height() ? lying : lying.turned();
            }
        }
    }

    /// What is done where the picture's aspect ratio is not the box's.
    sealed interface Fit {

        /// The largest picture inside the box.
        record Inside() implements Fit {}

        /// The smallest picture that covers the box.
        record Cover() implements Fit {}

        /// As [Cover], and then the middle of the box's size is cut out.
        record Fill() implements Fit {}

        /// As [Cover], and then the window of the box's size is cut out that draws most attention;
        /// not for the picture of a watermark.
        record AttentionFill() implements Fit {}

        /// As [Inside], in the middle of a canvas of the box's size.
        record Pad(Color color) implements Fit {}

        /// Stretched to the box.
        record Stretch() implements Fit {}
    }
}
