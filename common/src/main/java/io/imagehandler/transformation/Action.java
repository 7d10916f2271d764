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
    record Pixels(
            List<String> parameters, Function<Arguments, Optional<? extends Operation>> reader)
            implements Action {}

    /// Says how the input is read or the output written; stands once, anywhere.
    record Setting(
            List<String> parameters, BiFunction<Transformation, Arguments, Transformation> reader)
            implements Action {}

    /// Asks about the stored file; stands alone.
    record Question(Query query) implements Action {
        @Override
        public List<String> parameters() {
            return List.of();
        }
    }

    /// Every action of the language.
    SortedMap<String, Action> ALL =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("resize", ResizeGrammar.ACTION),
                            Map.entry("crop", CropGrammar.ACTION),
                            Map.entry("indexcrop", IndexCropGrammar.ACTION),
                            Map.entry("circle", ShapeGrammar.CIRCLE),
                            Map.entry("rounded-corners", ShapeGrammar.ROUNDED_CORNERS),
                            Map.entry("rotate", RotateGrammar.ACTION),
                            Map.entry("blur", BlurGrammar.ACTION),
                            Map.entry("bright", ToneGrammar.BRIGHT),
                            Map.entry("contrast", ToneGrammar.CONTRAST),
                            Map.entry("sharpen", ToneGrammar.SHARPEN),
                            Map.entry("grey", ToneGrammar.GREY),
                            Map.entry("watermark", WatermarkGrammar.ACTION),
                            Map.entry("auto-orient", InputGrammar.AUTO_ORIENT),
                            Map.entry("cgif", InputGrammar.CGIF),
                            Map.entry("threshold", InputGrammar.THRESHOLD),
                            Map.entry("format", OutputGrammar.FORMAT),
                            Map.entry("interlace", OutputGrammar.INTERLACE),
                            Map.entry("quality", OutputGrammar.QUALITY),
                            Map.entry("strip-metadata", OutputGrammar.STRIP_METADATA),
                            Map.entry(Query.INFO.word(), new Question(Query.INFO)),
                            Map.entry(Query.AVERAGE_HUE.word(), new Question(Query.AVERAGE_HUE))));

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
