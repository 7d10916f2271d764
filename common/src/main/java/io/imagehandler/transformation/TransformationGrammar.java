package io.imagehandler.transformation;

import io.imagehandler.failure.InvalidArgument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The request language: from a text to the one transformation that it means, and back to the one
/// text that names it.
public final class TransformationGrammar {

    /// The longest text, in bytes as received.
    public static final int LONGEST_TEXT = 2_048;

    /// The most operations in a text as received.
    public static final int MOST_OPERATIONS = 20;

    private static final String PROCESSOR = "image";

    /// Asks for nothing, and yet is not the original: it is encoded anew.
    private static final String NOTHING_BUT_ENCODED = "auto-orient,1";

    private TransformationGrammar() {}

    /// What a text of `image/...` with at least one operation means. Linear in the text's length.
    ///
    /// @param text decoded, at most [#LONGEST_TEXT] bytes
    /// @throws InvalidArgument naming the parameter, the token and what is allowed
    public static Transformation parse(String text) {
        return parseRequested(text)
                .orElseThrow(() ->
                        new InvalidArgument("text", text, "image/<operation>", "has no operation"));
    }

    /// As [#parse], but nothing for a text without any operation, which asks for the original.
    ///
    /// @throws InvalidArgument as [#parse]
    public static Optional<Transformation> parseRequested(String text) {
        check(text);
        List<String> segments = Pieces.of(text, '/');
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        String processor = segments.getFirst();
        if (!processor.equals(PROCESSOR)) {
            throw new InvalidArgument("text", processor, PROCESSOR, "is not known");
        }
        return transformation(segments.subList(1, segments.size()));
    }

    private static Optional<Transformation> transformation(List<String> segments) {
        if (segments.size() > MOST_OPERATIONS) {
            String first = segments.get(MOST_OPERATIONS);
            String allowed = MOST_OPERATIONS + " operations";
            throw new InvalidArgument("text", first, allowed, "is one too many");
        }
        var chain = new Chain();
        segments.forEach(chain::add);
        return segments.isEmpty() ? Optional.empty() : Optional.of(chain.transformation());
    }

    private static void check(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidArgument("text", text, LONGEST_TEXT + " bytes", "is too long");
        }
        text.chars()
                .filter(c -> !Ascii.isVisible(c))
                .findFirst()
                .ifPresent(c -> {
                    String token = Character.toString(c);
                    throw new InvalidArgument(
                            "text", token, "ASCII 0x21 to 0x7E", "is not allowed");
                });
    }

    /// The canonical form: `canonical(parse(canonical(x)))` is `canonical(x)`, and transformations
    /// that mean the same have the same.
    public static String canonical(Transformation transformation) {
        String operations =
                Stream.concat(
                                transformation.operations().stream()
                                        .map(TransformationGrammar::spell),
                                OutputGrammar.spell(transformation.output()).stream())
                        .map(Spelling::toString)
                        .collect(Collectors.joining("/"));
        return PROCESSOR + "/" + (operations.isEmpty() ? NOTHING_BUT_ENCODED : operations);
    }

    private static Spelling spell(Operation operation) {
        return switch (operation) {
            case Crop crop -> CropGrammar.spell(crop);
            case Resize resize -> ResizeGrammar.spell(resize);
            case Rotate rotate -> RotateGrammar.spell(rotate);
        };
    }
}
