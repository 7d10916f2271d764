package io.imagehandler.transformation;

import static io.imagehandler.transformation.Arguments.ABSENT;

import io.imagehandler.transformation.Resize.Box;
import io.imagehandler.transformation.Resize.Fit;
import io.imagehandler.transformation.Resize.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// How [Resize] is written.
final class ResizeGrammar {

    static final Range SIDE = new Range(1, Resize.MAX_SIDE);
    static final Range PERCENT = new Range(1, Resize.MAX_PERCENT);

    static final List<String> PARAMETERS =
            List.of("color", "g", "h", "l", "limit", "m", "p", "s", "w");
    static final Action ACTION = new Action.Pixels(PARAMETERS, ResizeGrammar::read);

    private static final SortedMap<String, Fit> GRAVITIES =
            new TreeMap<>(Map.of("auto", new Fit.AttentionFill()));

    private static final SortedMap<String, Function<Color, Fit>> MODES =
            new TreeMap<>(
                    Map.of(
                            "lfit", _ -> new Fit.Inside(),
                            "mfit", _ -> new Fit.Cover(),
                            "fill", _ -> new Fit.Fill(),
                            "pad", Fit.Pad::new,
                            "fixed", _ -> new Fit.Stretch()));

    private ResizeGrammar() {}

    static Optional<Resize> read(Arguments given) {
        int width = given.integer("w", SIDE, ABSENT);
        int height = given.integer("h", SIDE, ABSENT);
        int along = given.integer("l", SIDE, ABSENT);
        int across = given.integer("s", SIDE, ABSENT);
        int percent = given.integer("p", PERCENT, ABSENT);
        boolean enlarges = !given.flag("limit", true);
        Color color = given.color("color", Color.WHITE);
        Fit fit = gravity(given, given.keyword("m", MODES, _ -> new Fit.Inside()).apply(color));
        if ((width | height) != ABSENT) {
            return Optional.of(toSides(width, height, fit, enlarges));
        }
        if ((along | across) != ABSENT) {
            return Optional.of(toLengths(along, across, fit, enlarges));
        }
        if (percent == ABSENT) {
            throw given.lacks("w, h, l, s or p");
        }
        return percent == 100 ? Optional.empty() : Optional.of(new Resize.ByPercent(percent));
    }

    private static Fit gravity(Arguments given, Fit fit) {
        Fit attentive = given.keyword("g", GRAVITIES, fit);
        if (given.has("g") && !fit.equals(new Fit.Fill())) {
            throw given.invalid("g", "m_fill", "goes only with others");
        }
        return attentive;
    }

    private static Resize toSides(int width, int height, Fit fit, boolean enlarges) {
        if (width != ABSENT && height != ABSENT) {
            return new Resize.ToBox(new Box.Sides(width, height), fit, enlarges);
        }
        return height == ABSENT
                ? toOne(Side.WIDTH, width, fit, enlarges)
                : toOne(Side.HEIGHT, height, fit, enlarges);
    }

    private static Resize toLengths(int along, int across, Fit fit, boolean enlarges) {
        if (along != ABSENT && across != ABSENT) {
            return new Resize.ToBox(new Box.Turnable(along, across), fit, enlarges);
        }
        return across == ABSENT
                ? toOne(Side.LONG, along, fit, enlarges)
                : toOne(Side.SHORT, across, fit, enlarges);
    }

    /// One length is a side where proportions are kept, and the side of a square elsewhere.
    private static Resize toOne(Side side, int length, Fit fit, boolean enlarges) {
        return switch (fit) {
            case Fit.Inside _, Fit.Cover _ -> new Resize.ToLength(side, length, enlarges);
            case Fit.Fill _, Fit.AttentionFill _, Fit.Pad _, Fit.Stretch _ ->
                    new Resize.ToBox(new Box.Sides(length, length), fit, enlarges);
        };
    }

    static Spelling spell(Resize resize) {
        var spelling = new Spelling("resize");
        return switch (resize) {
            case Resize.ByPercent(int percent) -> spelling.with("p", percent);
            case Resize.ToLength(Side side, int length, boolean enlarges) ->
                    limit(spelling, enlarges).with(side.parameter(), length);
            case Resize.ToBox(Box box, Fit fit, boolean enlarges) ->
                    fit(box(limit(spelling, enlarges), box), fit);
        };
    }

    private static Spelling limit(Spelling spelling, boolean enlarges) {
        return enlarges ? spelling.with("limit", 0) : spelling;
    }

    private static Spelling box(Spelling spelling, Box box) {
        return switch (box) {
            case Box.Sides(int width, int height) -> spelling.with("w", width).with("h", height);
            case Box.Turnable(int along, int across) -> spelling.with("l", along).with("s", across);
        };
    }

    private static Spelling fit(Spelling spelling, Fit fit) {
        return switch (fit) {
            case Fit.Inside() -> spelling;
            case Fit.Cover() -> spelling.with("m", "mfit");
            case Fit.Fill() -> spelling.with("m", "fill");
            case Fit.AttentionFill() -> spelling.with("m", "fill").with("g", "auto");
            case Fit.Stretch() -> spelling.with("m", "fixed");
            case Fit.Pad(Color color) ->
                    spelling.with("m", "pad").with("color", color.hex(), Color.WHITE.hex());
        };
    }
}
