package io.imagehandler.transformation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// How [Circle] and [RoundedCorners] are written.
final class ShapeGrammar {

    static final Range RADIUS = new Range(1, 4_096);
    static final Action CIRCLE = ofRadius(Circle::new);
    static final Action ROUNDED_CORNERS = ofRadius(RoundedCorners::new);

    private ShapeGrammar() {}

    private static Action ofRadius(IntFunction<Operation> shape) {
        return new Action.Pixels(
                List.of("r"), given -> Optional.of(shape.apply(given.integer("r", RADIUS))));
    }

    static Spelling spell(Circle circle) {
        return new Spelling("circle").with("r", circle.radius());
    }

    static Spelling spell(RoundedCorners corners) {
        return new Spelling("rounded-corners").with("r", corners.radius());
    }
}
