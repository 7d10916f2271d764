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

    static final String PROCESSOR = "image";

    /// Asks for nothing, and yet is not the original: it is encoded anew.
    private static final String NOTHING_BUT_ENCODED = "auto-orient,1";

    private TransformationGrammar() {}

    /// The picture that a text of `image/...` with at least one operation means. Linear in the
    /// text's length.
    ///
    /// @param text decoded, at most [#LONGEST_TEXT] bytes
    /// @throws InvalidArgument naming the parameter, the token and what is allowed; also for a
    ///   query, which means no picture
    public static Transformation parse(String text) {
        return switch (parseProcessing(text)) {
            case Transformation transformation -> transformation;
            case Query query ->
                    throw new InvalidArgument(
                            "text", query.word(), "image/<operation>", "makes no picture");
        };
    }

    /// What a text of `image/...` with at least one operation means, as [#parse], queries included.
    ///
    /// @throws InvalidArgument as [#parse]
    public static Processing parseProcessing(String text) {
        return parseRequested(text)
                .orElseThrow(() ->
                        new InvalidArgument("text", text, "image/<operation>", "has no operation"));
    }

    /// As [#parseProcessing], but nothing for a text without any operation, which asks for the
    /// original.
    ///
    /// @throws InvalidArgument as [#parse]
    public static Optional<Processing> parseRequested(String text) {
        check(text);
        List<String> segments = Pieces.of(text, '/');
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        String processor = segments.getFirst();
        if (!processor.equals(PROCESSOR)) {
            throw new InvalidArgument("text", processor, PROCESSOR, "is not known");
        }
        return processing(segments.subList(1, segments.size()));
    }

    private static Optional<Processing> processing(List<String> segments) {
        if (segments.size() > MOST_OPERATIONS) {
            String first = segments.get(MOST_OPERATIONS);
            String allowed = MOST_OPERATIONS + " operations";
            throw new InvalidArgument("text", first, allowed, "is one too many");
        }
        if (segments.size() == 1) {
            return Optional.of(single(segments.getFirst()));
        }
        var chain = new Chain();
        segments.forEach(chain::add);
        return segments.isEmpty() ? Optional.empty() : Optional.of(chain.transformation());
    }

    private static Processing single(String segment) {
        String name = Pieces.first(segment, ',');
        if (Action.named(name) instanceof Action.Question question) {
            Arguments.scan(segment, name, question.parameters());
            return question.query();
        }
        var chain = new Chain();
        chain.add(segment);
        return chain.transformation();
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

    /// The canonical form: `canonical(parse(canonical(x)))` is `canonical(x)`, and texts that mean
    /// the same have the same.
    public static String canonical(Processing processing) {
        String operations =
                switch (processing) {
                    case Query query -> query.word();
                    case Transformation transformation -> operations(transformation);
                };
        return PROCESSOR + "/" + (operations.isEmpty() ? NOTHING_BUT_ENCODED : operations);
    }

    /// Operations in their order, then settings by the alphabet.
    private static String operations(Transformation transformation) {
        Stream<String> operations =
                transformation.operations().stream()
                        .map(TransformationGrammar::spell)
                        .map(Spelling::toString);
        Stream<String> settings =
                Stream.concat(
                                InputGrammar.spell(transformation.input()).stream(),
                                OutputGrammar.spell(transformation.output()).stream())
                        .map(Spelling::toString)
                        .sorted();
        return Stream.concat(operations, settings).collect(Collectors.joining("/"));
    }

    private static Spelling spell(Operation operation) {
        return switch (operation) {
            case AttentionCrop crop -> CropGrammar.spell(crop);
            case Blur blur -> BlurGrammar.spell(blur);
            case Bright bright -> ToneGrammar.spell(bright);
            case Circle circle -> ShapeGrammar.spell(circle);
            case Contrast contrast -> ToneGrammar.spell(contrast);
            case Crop crop -> CropGrammar.spell(crop);
            case Grey grey -> ToneGrammar.spell(grey);
            case IndexCrop crop -> IndexCropGrammar.spell(crop);
            case Resize resize -> ResizeGrammar.spell(resize);
            case Rotate rotate -> RotateGrammar.spell(rotate);
            case RoundedCorners corners -> ShapeGrammar.spell(corners);
            case Sharpen sharpen -> ToneGrammar.spell(sharpen);
            case Watermark watermark -> WatermarkGrammar.spell(watermark);
        };
    }
}
