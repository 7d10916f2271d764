package io.imagehandler.transformation;

import java.util.List;
import java.util.Optional;

/// How [Blur] is written.
final class BlurGrammar {

    static final Range RANGE = new Range(1, 50);
    static final Action ACTION = new Action.Pixels(List.of("r", "s"), BlurGrammar::read);

    private BlurGrammar() {}

    private static Optional<Blur> read(Arguments given) {
        return Optional.of(new Blur(given.integer("r", RANGE), given.integer("s", RANGE)));
    }

    static Spelling spell(Blur blur) {
        return new Spelling("blur").with("r", blur.radius()).with("s", blur.strength());
    }
}
