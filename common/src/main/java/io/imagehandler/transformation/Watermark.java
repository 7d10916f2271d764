package io.imagehandler.transformation;

import java.util.Arrays;
import java.util.List;

/// Puts a mark over the picture: text, another picture, or both side by side. As Alibaba OSS has
/// it; what differs there is said where it does.
///
/// @param content what the mark is made of
/// @param degrees how far the finished mark is turned clockwise, 0 to 359; its corners are
///   transparent
/// @param shrinks whether a mark that is wider or higher than the picture is scaled down into it, 5
///   pixels short of it, as in the original ECS Image Handler; after it is turned
/// @param opacity of the finished mark, in percent, 0 to 100
/// @param position where it goes
public record Watermark(
        Content content, int degrees, boolean shrinks, int opacity, Position position)
        implements Operation {

    /// The most watermarks in a text as received.
    public static final int MOST = 6;

    public Watermark {
        new Range(0, 359).require(degrees, "degrees");
        WatermarkGrammar.OPACITY.require(opacity, "opacity");
    }

    /// What a mark is made of.
    public sealed interface Content {

        /// The pictures in it.
        default List<MarkImage> images() {
            return switch (this) {
                case OfText _ -> List.of();
                case OfImage(MarkImage image) -> List.of(image);
                case OfBoth(var _, MarkImage image, var _) -> List.of(image);
            };
        }

        record OfText(MarkText text) implements Content {}

        record OfImage(MarkImage image) implements Content {}

        record OfBoth(MarkText text, MarkImage image, Arrangement arrangement) implements Content {}
    }

    /// How text and picture lie beside each other.
    ///
    /// @param textFirst whether the text is on the left
    /// @param align how the lower one of the two lies beside the higher one
    /// @param interval between them, 0 to 1,000 pixels
    public record Arrangement(boolean textFirst, Align align, int interval) {
        public Arrangement {
            WatermarkGrammar.INTERVAL.require(interval, "interval");
        }
    }

    /// How something lies beside something higher.
    public enum Align {
        TOP(0, Gravity.NORTH_WEST),
        MIDDLE(1, Gravity.WEST),
        BOTTOM(2, Gravity.SOUTH_WEST);

        static final Range NUMBERS = new Range(0, 2);

        private final int number;
        private final Gravity gravity;

        Align(int number, Gravity gravity) {
            this.number = number;
            this.gravity = gravity;
        }

        static Align of(int number) {
            return Arrays.stream(values())
                    .filter(align -> align.number == number)
                    .findFirst()
                    .orElseThrow();
        }

        /// As the language has it.
        int number() {
            return number;
        }

        /// How far from the upper edge of `outer` the upper edge of `inner` lies, in pixels.
        public int top(int outer, int inner) {
            return gravity.top(outer, inner);
        }
    }

    /// Where a mark goes. What lies outside the picture is cut off.
    public sealed interface Position {

        /// Once.
        ///
        /// @param gravity the side or corner that it is pulled to
        /// @param x how far from that side to the right or left, 0 to 4,096 pixels; 0 if it is
        ///   pulled to neither
        /// @param y how far from that side up or down, 0 to 4,096 pixels; 0 if it is pulled to
        ///   neither
        /// @param shift how far down from the middle, -1,000 to 1,000 pixels; 0 if it is pulled up
        ///   or down
        record Anchored(Gravity gravity, int x, int y, int shift) implements Position {
            public Anchored {
                WatermarkGrammar.DISTANCE.require(x, "x");
                WatermarkGrammar.DISTANCE.require(y, "y");
                WatermarkGrammar.SHIFT.require(shift, "shift");
                x = gravity.isCentredAcross() ? 0 : x;
                y = gravity.isCentredDown() ? 0 : y;
                shift = gravity.isCentredDown() ? shift : 0;
            }
        }

        /// Over and over from the upper left corner.
        ///
        /// @param gapX between two marks side by side, 0 to 4,096 pixels
        /// @param gapY between two marks one below the other, 0 to 4,096 pixels
        record Tiled(int gapX, int gapY) implements Position {
            public Tiled {
                WatermarkGrammar.DISTANCE.require(gapX, "gapX");
                WatermarkGrammar.DISTANCE.require(gapY, "gapY");
            }
        }
    }
}
