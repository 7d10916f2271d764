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
    private Output output = Output.DEFAULT;

    /// Adds the operation that `segment`, the text between two `/`, stands for.
    void add(String segment) {
        int comma = segment.indexOf(',');
        String name = comma < 0 ? segment : segment.substring(0, comma);
        Action action = Action.named(name);
        Arguments given = Arguments.scan(segment, name, action.parameters());
        switch (action) {
            case Action.Pixels pixels -> pixels.reader().apply(given).ifPresent(operations::add);
            case Action.Setting setting -> {
                if (!settings.add(name)) {
                    throw new InvalidArgument(name, segment, "it once", "is given twice");
                }
                output = setting.reader().apply(output, given);
            }
        }
    }

    Transformation transformation() {
        return new Transformation(operations, output);
    }
}
