package io.imagehandler.transformation;

import static io.imagehandler.transformation.Arguments.ABSENT;

import io.imagehandler.transformation.IndexCrop.Axis;
import java.util.List;
import java.util.Optional;

/// How [IndexCrop] is written.
final class IndexCropGrammar {

    static final Range LENGTH = new Range(1, Crop.MAX_LENGTH);
    static final List<String> PARAMETERS = List.of("i", "x", "y");
    static final Action ACTION = new Action.Pixels(PARAMETERS, IndexCropGrammar::read);

    private IndexCropGrammar() {}

    static Optional<IndexCrop> read(Arguments given) {
        int x = given.integer("x", LENGTH, ABSENT);
        int y = given.integer("y", LENGTH, ABSENT);
        int index = given.integer("i", CropGrammar.LENGTH, 0);
        if ((x | y) == ABSENT) {
            throw given.lacks("x or y");
        }
        return Optional.of(
                y == ABSENT ? new IndexCrop(Axis.X, x, index) : new IndexCrop(Axis.Y, y, index));
    }

    static Spelling spell(IndexCrop crop) {
        return new Spelling("indexcrop")
                .with(crop.axis().parameter(), crop.length())
                .with("i", crop.index(), 0);
    }
}
