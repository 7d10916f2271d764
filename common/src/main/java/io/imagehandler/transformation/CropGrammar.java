package io.imagehandler.transformation;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// How [Crop] is written.
final class CropGrammar {

    static final Range LENGTH = new Range(0, Crop.MAX_LENGTH);

    static final List<String> PARAMETERS = List.of("g", "h", "w", "x", "y");
    static final Action ACTION = new Action.Pixels(PARAMETERS, CropGrammar::readAny);

    private static final String ATTENTION = "auto";
    private static final SortedMap<String, Gravity> GRAVITIES = Gravity.words();
    private static final SortedMap<String, Function<Arguments, Optional<? extends Operation>>>
            READERS = readers();

    private CropGrammar() {}

    private static SortedMap<String, Function<Arguments, Optional<? extends Operation>>> readers() {
        var readers = new TreeMap<String, Function<Arguments, Optional<? extends Operation>>>();
        Gravity.words()
                .forEach((word, gravity) -> readers.put(word, given -> read(given, gravity)));
        readers.put(ATTENTION, given -> Optional.of(readAttention(given)));
        return readers;
    }

    private static Optional<? extends Operation> readAny(Arguments given) {
        return given.keyword("g", READERS, CropGrammar::read).apply(given);
    }

    private static AttentionCrop readAttention(Arguments given) {
        int width = given.integer("w", LENGTH, 0);
        int height = given.integer("h", LENGTH, 0);
        if (width == 0 || height == 0 || given.has("x") || given.has("y")) {
            throw given.invalid("g", "w and h over 0, and no x or y", "goes only with others");
        }
        return new AttentionCrop(width, height);
    }

    /// Where gravity is a place, as always in a watermark.
    static Optional<Crop> read(Arguments given) {
        return read(given, given.keyword("g", GRAVITIES, Gravity.NORTH_WEST));
    }

    private static Optional<Crop> read(Arguments given, Gravity gravity) {
        int width = given.integer("w", LENGTH, 0);
        int height = given.integer("h", LENGTH, 0);
        int x = given.integer("x", LENGTH, 0);
        int y = given.integer("y", LENGTH, 0);
        if (PARAMETERS.stream().noneMatch(given::has)) {
            throw given.lacks("w, h, x, y or g");
        }
        return (width | height | x | y) == 0
                ? Optional.empty()
                : Optional.of(new Crop(width, height, x, y, gravity));
    }

    static Spelling spell(AttentionCrop crop) {
        return new Spelling("crop")
                .with("w", crop.width())
                .with("h", crop.height())
                .with("g", ATTENTION);
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
