package io.imagehandler.transformation;

import io.imagehandler.transformation.Watermark.Align;
import io.imagehandler.transformation.Watermark.Arrangement;
import io.imagehandler.transformation.Watermark.Content;
import io.imagehandler.transformation.Watermark.Position;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// How [Watermark] is written.
final class WatermarkGrammar {

    static final String NAME = "watermark";
    static final Range OPACITY = new Range(0, 100);
    static final Range DISTANCE = new Range(0, 4_096);
    static final Range SHIFT = new Range(-1_000, 1_000);
    static final Range INTERVAL = new Range(0, 1_000);

    static final Action ACTION =
            new Action.Pixels(
                    List.of(
                            "align",
                            "auto",
                            "color",
                            "fill",
                            "g",
                            "halo",
                            "image",
                            "interval",
                            "order",
                            "padx",
                            "pady",
                            "rotate",
                            "shadow",
                            "size",
                            "t",
                            "text",
                            "type",
                            "voffset",
                            "x",
                            "y"),
                    WatermarkGrammar::read);

    private static final int PRESET_DISTANCE = 10;
    private static final int OPAQUE = 100;
    private static final SortedMap<String, Gravity> GRAVITIES = Gravity.words();

    private WatermarkGrammar() {}

    private static Optional<Watermark> read(Arguments given) {
        int degrees = given.integer("rotate", RotateGrammar.DEGREES, 0) % RotateGrammar.FULL_TURN;
        return Optional.of(
                new Watermark(
                        content(given),
                        degrees,
                        given.flag("auto", false),
                        given.integer("t", OPACITY, OPAQUE),
                        position(given)));
    }

    private static Content content(Arguments given) {
        Optional<MarkText> text = MarkTextGrammar.read(given);
        Optional<MarkImage> image = MarkImageGrammar.read(given);
        Arrangement arrangement = arrangement(given);
        if (text.isPresent() && image.isPresent()) {
            return new Content.OfBoth(text.get(), image.get(), arrangement);
        }
        return text.<Content>map(Content.OfText::new)
                .or(() -> image.map(Content.OfImage::new))
                .orElseThrow(() -> given.lacks("text or image"));
    }

    private static Arrangement arrangement(Arguments given) {
        return new Arrangement(
                given.flag("order", false),
                Align.of(given.integer("align", Align.NUMBERS, 0)),
                given.integer("interval", INTERVAL, 0));
    }

    private static Position position(Arguments given) {
        Position tiled =
                new Position.Tiled(
                        given.integer("padx", DISTANCE, 0), given.integer("pady", DISTANCE, 0));
        Position anchored =
                new Position.Anchored(
                        given.keyword("g", GRAVITIES, Gravity.SOUTH_EAST),
                        given.integer("x", DISTANCE, PRESET_DISTANCE),
                        given.integer("y", DISTANCE, PRESET_DISTANCE),
                        given.integer("voffset", SHIFT, 0));
        return given.flag("fill", false) ? tiled : anchored;
    }

    static Spelling spell(Watermark watermark) {
        var spelling =
                new Spelling(NAME)
                        .with("t", watermark.opacity(), OPAQUE)
                        .with("auto", watermark.shrinks() ? 1 : 0, 0)
                        .with("rotate", watermark.degrees(), 0);
        return position(content(spelling, watermark.content()), watermark.position());
    }

    private static Spelling content(Spelling spelling, Content content) {
        return switch (content) {
            case Content.OfText(MarkText text) -> MarkTextGrammar.spell(text, spelling);
            case Content.OfImage(MarkImage image) -> MarkImageGrammar.spell(image, spelling);
            case Content.OfBoth(MarkText text, MarkImage image, Arrangement arrangement) ->
                    MarkImageGrammar.spell(image, MarkTextGrammar.spell(text, spelling))
                            .with("order", arrangement.textFirst() ? 1 : 0, 0)
                            .with("align", arrangement.align().number(), 0)
                            .with("interval", arrangement.interval(), 0);
        };
    }

    private static Spelling position(Spelling spelling, Position position) {
        return switch (position) {
            case Position.Tiled(int gapX, int gapY) ->
                    spelling.with("fill", 1).with("padx", gapX, 0).with("pady", gapY, 0);
            case Position.Anchored(Gravity gravity, int x, int y, int shift) ->
                    spelling.with("g", gravity.word(), Gravity.SOUTH_EAST.word())
                            .with("x", x, gravity.isCentredAcross() ? 0 : PRESET_DISTANCE)
                            .with("y", y, gravity.isCentredDown() ? 0 : PRESET_DISTANCE)
                            .with("voffset", shift, 0);
        };
    }
}
