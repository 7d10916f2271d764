package io.imagehandler.transformation;

import static io.imagehandler.transformation.Arguments.ABSENT;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.MarkOperation.ToShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How [MarkImage] is written: `<key>[?x-oss-process=image/...]`, encoded.
final class MarkImageGrammar {

    private static final String NESTED = "?x-oss-process=";
    private static final String PARAMETER = "image";
    private static final List<String> RESIZE =
            List.of("P", "color", "h", "l", "limit", "m", "p", "s", "w");

    private static final SortedMap<String, Action> ACTIONS =
            new TreeMap<>(
                    Map.of(
                            "resize", new Action(RESIZE, MarkImageGrammar::resize),
                            "crop", new Action(CropGrammar.PARAMETERS, CropGrammar::read),
                            "indexcrop",
                                    new Action(IndexCropGrammar.PARAMETERS, IndexCropGrammar::read),
                            "rotate", new Action(RotateGrammar.PARAMETERS, RotateGrammar::read)));

    private MarkImageGrammar() {}

    private record Action(
            List<String> parameters,
            Function<Arguments, Optional<? extends MarkOperation>> reader) {}

    /// Nothing if there is no image.
    static Optional<MarkImage> read(Arguments given) {
        return given.has(PARAMETER) ? Optional.of(image(given)) : Optional.empty();
    }

    private static MarkImage image(Arguments given) {
        String decoded =
                Base64Text.decode(given.value(PARAMETER)).orElseThrow(() -> invalid(given));
        int nested = decoded.indexOf(NESTED);
        String key = nested < 0 ? decoded : decoded.substring(0, nested);
        if (KeySyntax.problem(key).isPresent()) {
            throw invalid(given);
        }
        String text = nested < 0 ? "" : decoded.substring(nested + NESTED.length());
        List<String> segments = Pieces.of(text, '/');
        if (!segments.isEmpty() && !segments.getFirst().equals(TransformationGrammar.PROCESSOR)) {
            throw invalid(given);
        }
        return new MarkImage(key, operations(segments.stream().skip(1).toList()));
    }

    private static InvalidArgument invalid(Arguments given) {
        String allowed = "base64url of <key>[" + NESTED + "image/...]";
        return given.invalid(PARAMETER, allowed, "names no image");
    }

    private static List<MarkOperation> operations(List<String> segments) {
        if (segments.size() > MarkImage.MOST_OPERATIONS) {
            String first = segments.get(MarkImage.MOST_OPERATIONS);
            String allowed = MarkImage.MOST_OPERATIONS + " operations in a watermark";
            throw new InvalidArgument("text", first, allowed, "is one too many");
        }
        var operations = new ArrayList<MarkOperation>();
        segments.forEach(segment -> operation(segment).ifPresent(operations::add));
        return operations;
    }

    private static Optional<? extends MarkOperation> operation(String segment) {
        String name = Pieces.first(segment, ',');
        Action action = ACTIONS.get(name);
        if (action == null) {
            String allowed = String.join(", ", ACTIONS.keySet()) + " in a watermark";
            throw new InvalidArgument("action", name, allowed, "is not known");
        }
        return action.reader().apply(Arguments.scan(segment, name, action.parameters()));
    }

    private static Optional<? extends MarkOperation> resize(Arguments given) {
        int share = given.integer("P", OutputGrammar.PERCENT, ABSENT);
        if (share == ABSENT) {
            return ResizeGrammar.read(given);
        }
        if (RESIZE.stream().filter(given::has).count() > 1) {
            throw given.invalid("P", "it alone", "is not alone");
        }
        return Optional.of(new ToShare(share));
    }

    static Spelling spell(MarkImage image, Spelling spelling) {
        String operations =
                image.operations().stream()
                        .map(operation -> "/" + spell(operation))
                        .collect(Collectors.joining());
        String text =
                operations.isEmpty() ? "" : NESTED + TransformationGrammar.PROCESSOR + operations;
        return spelling.with(PARAMETER, Base64Text.encode(image.key() + text));
    }

    private static Spelling spell(MarkOperation operation) {
        return switch (operation) {
            case Crop crop -> CropGrammar.spell(crop);
            case IndexCrop crop -> IndexCropGrammar.spell(crop);
            case Resize resize -> ResizeGrammar.spell(resize);
            case Rotate rotate -> RotateGrammar.spell(rotate);
            case ToShare(int percent) -> new Spelling("resize").with("P", percent);
        };
    }
}
