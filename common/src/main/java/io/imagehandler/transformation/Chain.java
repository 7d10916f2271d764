package io.imagehandler.transformation;

import io.imagehandler.failure.InvalidArgument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A transformation while its text is read, one operation after the other.
final class Chain {

    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> settings = new HashSet<>();
    private Transformation settled = Transformation.NOTHING;
    private int watermarks;

    /// Adds the operation that `segment`, the text between two `/`, stands for.
    void add(String segment) {
        String name = Pieces.first(segment, ',');
        Action action = Action.named(name);
        Arguments given = Arguments.scan(segment, name, action.parameters());
        switch (action) {
            case Action.Pixels pixels -> {
                allow(name, segment);
                pixels.reader().apply(given).ifPresent(operations::add);
            }
            case Action.Setting setting -> {
                if (!settings.add(name)) {
                    throw new InvalidArgument(name, segment, "it once", "is given twice");
                }
                settled = setting.reader().apply(settled, given);
            }
            case Action.Question _ ->
                    throw new InvalidArgument(name, segment, "it alone", "is not alone");
        }
    }

    private void allow(String name, String segment) {
        if (name.equals(WatermarkGrammar.NAME) && ++watermarks > Watermark.MOST) {
            throw new InvalidArgument(
                    name, segment, Watermark.MOST + " watermarks", "is one too many");
        }
    }

    Transformation transformation() {
        return settled.with(operations);
    }
}
