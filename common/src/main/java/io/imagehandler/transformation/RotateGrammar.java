package io.imagehandler.transformation;

import static io.imagehandler.transformation.Arguments.BARE;

import java.util.List;
import java.util.Optional;

/// How [Rotate] is written.
final class RotateGrammar {

    static final List<String> PARAMETERS = List.of(BARE);
    static final Action ACTION = new Action.Pixels(PARAMETERS, RotateGrammar::read);

    static final int FULL_TURN = 360;
    static final Range DEGREES = new Range(0, FULL_TURN);

    private RotateGrammar() {}

    static Optional<Rotate> read(Arguments given) {
        int degrees = given.integer(BARE, DEGREES) % FULL_TURN;
        return degrees == 0 ? Optional.empty() : Optional.of(new Rotate(degrees));
    }

    static Spelling spell(Rotate rotate) {
        return new Spelling("rotate", rotate.degrees());
    }
}
