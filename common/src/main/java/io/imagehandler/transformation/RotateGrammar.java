package io.imagehandler.transformation;

import static io.imagehandler.transformation.Arguments.BARE;

import java.util.List;
import java.util.Optional;

/// How [Rotate] is written.
final class RotateGrammar {

    static final Action ACTION = new Action.Pixels(List.of(BARE), RotateGrammar::read);

    private static final int FULL_TURN = 360;

    private RotateGrammar() {}

    private static Optional<Operation> read(Arguments given) {
        int degrees = given.integer(BARE, new Range(0, FULL_TURN)) % FULL_TURN;
        return degrees == 0 ? Optional.empty() : Optional.of(new Rotate(degrees));
    }

    static Spelling spell(Rotate rotate) {
        return new Spelling("rotate", rotate.degrees());
    }
}
