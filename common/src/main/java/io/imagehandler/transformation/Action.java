package io.imagehandler.transformation;

import io.imagehandler.failure.InvalidArgument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The first word of an operation: which parameters it has, and how they are read.
sealed interface Action {

    /// The names, in their order; [Arguments#BARE] alone if the value stands alone.
    List<String> parameters();

    /// Does something to the pixels; may stand several times, and the order counts. The reader
    /// gives nothing for what can never change a picture.
    record Pixels(List<String> parameters, Function<Arguments, Optional<Operation>> reader)
            implements Action {}

    /// Says how the input is read or the output written; stands once, anywhere.
    record Setting(List<String> parameters, BiFunction<Output, Arguments, Output> reader)
            implements Action {}

    /// Every action of the language.
    SortedMap<String, Action> ALL =
            new TreeMap<>(
                    Map.of(
                            "resize", ResizeGrammar.ACTION,
                            "crop", CropGrammar.ACTION,
                            "rotate", RotateGrammar.ACTION,
                            "auto-orient", OutputGrammar.AUTO_ORIENT,
                            "format", OutputGrammar.FORMAT,
                            "interlace", OutputGrammar.INTERLACE,
                            "quality", OutputGrammar.QUALITY,
                            "strip-metadata", OutputGrammar.STRIP_METADATA));

    /// @throws InvalidArgument if there is none of that name
    static Action named(String name) {
        Action action = ALL.get(name);
        if (action == null) {
            String allowed = String.join(", ", ALL.keySet());
            throw new InvalidArgument("action", name, allowed, "is not known");
        }
        return action;
    }
}
