package io.imagehandler.transformation;

import static io.imagehandler.transformation.Arguments.BARE;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// How [Bright], [Contrast], [Sharpen] and [Grey] are written: the value stands alone.
final class ToneGrammar {

    static final Range AMOUNT = new Range(50, 399);
    static final Action BRIGHT = ofChange(Bright::new);
    static final Action CONTRAST = ofChange(Contrast::new);

    static final Action SHARPEN =
            new Action.Pixels(
                    List.of(BARE), given -> Optional.of(new Sharpen(given.integer(BARE, AMOUNT))));

    static final Action GREY =
            new Action.Pixels(
                    List.of(BARE), given -> Optional.of(new Grey()).filter(_ -> given.flag(BARE)));

    private static final Range CHANGE = new Range(-100, 100);

    private ToneGrammar() {}

    private static Action ofChange(IntFunction<Operation> tone) {
        return new Action.Pixels(
                List.of(BARE),
                given -> {
                    int by = given.integer(BARE, CHANGE);
                    return by == 0 ? Optional.empty() : Optional.of(tone.apply(by));
                });
    }

    /// @throws IllegalArgumentException if `by` is out of range or 0
    static void requireChange(int by, String name) {
        CHANGE.require(by, name);
        if (by == 0) {
            throw new IllegalArgumentException(name + " must not be 0 but is 0");
        }
    }

    static Spelling spell(Bright bright) {
        return new Spelling("bright", bright.by());
    }

    static Spelling spell(Contrast contrast) {
        return new Spelling("contrast", contrast.by());
    }

    static Spelling spell(Sharpen sharpen) {
        return new Spelling("sharpen", sharpen.amount());
    }

    static Spelling spell(Grey grey) {
        return switch (grey) {
            case Grey() -> new Spelling("grey", 1);
        };
    }
}
