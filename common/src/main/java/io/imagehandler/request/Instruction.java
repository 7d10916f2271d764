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

/// What the parameters of a query ask for.
final class Instruction {

    private static final String STYLE = "style";

    private Instruction() {}

    /// What a text of `image/...` or `style/...` asks for; nothing if it has no operation.
    ///
    /// @throws InvalidArgument if it is not of the language
    static Optional<Asked> ofProcess(String text) {
        // Too long a text is left to the grammar, which says so.
        boolean asksForStyle =
                text.length() <= TransformationGrammar.LONGEST_TEXT
                        && segments(text).stream().findFirst().filter(STYLE::equals).isPresent();
        return asksForStyle ? Optional.of(style(text)) : processing(text);
    }

    private static List<String> segments(String text) {
        return Arrays.stream(text.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }

    private static Asked style(String text) {
        List<String> segments = segments(text);
        if (segments.size() != 2 || !StyleName.isName(segments.getLast())) {
            throw new InvalidArgument("x-oss-process", text, "style/<name>", "names no style");
        }
        return new Asked.ByStyle(new StyleName(segments.getLast()));
    }

    /// What the short form `Resize,width=<n>,...` asks for; nothing if it is empty.
    ///
    /// @throws InvalidArgument if it is not of the language
    static Optional<Asked> ofShortForm(String text) {
        return text.isEmpty() ? Optional.empty() : processing(ShortForm.spelledOut(text));
    }

    private static Optional<Asked> processing(String text) {
        return TransformationGrammar.parseRequested(text)
                .map(processing ->
                        switch (processing) {
                            case Query query -> new Asked.ByQuery(query);
                            case Transformation transformation -> new Asked.ByText(transformation);
                        });
    }
}
