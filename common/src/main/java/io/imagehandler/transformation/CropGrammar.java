package io.imagehandler.transformation;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// How [Crop] is written.
final class CropGrammar {

    static final Range LENGTH = new Range(0, Crop.MAX_LENGTH);

    private static final List<String> PARAMETERS = List.of("g", "h", "w", "x", "y");

    static final Action ACTION = new Action.Pixels(PARAMETERS, CropGrammar::read);

    private static final SortedMap<String, Gravity> GRAVITIES = Gravity.words();

    private CropGrammar() {}

    private static Optional<Operation> read(Arguments given) {
        int width = given.integer("w", LENGTH, 0);
        int height = given.integer("h", LENGTH, 0);
        int x = given.integer("x", LENGTH, 0);
        int y = given.integer("y", LENGTH, 0);
        Gravity gravity = given.keyword("g", GRAVITIES, Gravity.NORTH_WEST);
        if (PARAMETERS.stream().noneMatch(given::has)) {
            throw given.lacks("w, h, x, y or g");
        }
        return (width | height | x | y) == 0
                ? Optional.empty()
                : Optional.of(new Crop(width, height, x, y, gravity));
    }

    static Spelling spell(Crop crop) {
        return new Spelling("crop")
                .with("w", crop.width(), 0)
                .with("h", crop.height(), 0)
                .with("x", crop.x(), 0)
                .with("y", crop.y(), 0)
                .with("g", crop.gravity().word(), Gravity.NORTH_WEST.word());
    }
}
