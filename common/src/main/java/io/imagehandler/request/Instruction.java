package io.imagehandler.request;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.request.ImageRequest.Asked;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.Transformation;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The text that says what shall become of an original.
final class Instruction {

    private static final String STYLE = "style";
    private static final List<String> NOTHING_BUT_PROCESSOR = List.of("image");

    private Instruction() {}

    /// The value of `x-oss-process` as it is; nothing if it has no operation.
    ///
    /// @throws InvalidArgument if it is too long
    static Optional<String> ofProcess(String value) {
        List<String> segments = segments(bounded(value));
        return segments.isEmpty() || segments.equals(NOTHING_BUT_PROCESSOR)
                ? Optional.empty()
                : Optional.of(value);
    }

    /// The value of `im`, `Resize,width=<n>,...`, spelled out; nothing if it is empty.
    ///
    /// @throws InvalidArgument if it is not of the short form, or too long
    static Optional<String> ofShortForm(String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(bounded(ShortForm.spelledOut(value)));
    }

    /// What asks for that style.
    static String ofStyle(String name) {
        return STYLE + "/" + name;
    }

    private static String bounded(String text) {
        if (text.length() > TransformationGrammar.LONGEST_TEXT) {
            String allowed = TransformationGrammar.LONGEST_TEXT + " bytes";
            throw new InvalidArgument("text", text, allowed, "is too long");
        }
        return text;
    }

    private static List<String> segments(String text) {
        return Arrays.stream(text.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }

    /// Whether it asks for a style, be it with a name that cannot be.
    static boolean isOfStyle(String text) {
        return segments(text).stream().findFirst().filter(STYLE::equals).isPresent();
    }

    /// What it asks for; if it is empty, the original unchanged.
    ///
    /// @throws InvalidArgument if it is not of the language
    static Asked asked(String text) {
        return isOfStyle(text) ? style(text) : processing(text);
    }

    private static Asked style(String text) {
        List<String> segments = segments(text);
        if (segments.size() != 2 || !StyleName.isName(segments.getLast())) {
            throw new InvalidArgument("x-oss-process", text, "style/<name>", "names no style");
        }
        return new Asked.ByStyle(new StyleName(segments.getLast()));
    }

    private static Asked processing(String text) {
        return TransformationGrammar.parseRequested(text)
                .<Asked>map(processing ->
                        switch (processing) {
                            case Query query -> new Asked.ByQuery(query);
                            case Transformation transformation -> new Asked.ByText(transformation);
                        })
                .orElseGet(Asked.Unchanged::new);
    }
}
