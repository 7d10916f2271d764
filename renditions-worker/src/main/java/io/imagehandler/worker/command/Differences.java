package io.imagehandler.worker.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// In what a text of the original service's gives other pictures here. Only what can be told from
/// the text; what holds for every text is in `docs/migrating.md`.
final class Differences {

    private static final Set<String> PIXELS =
            Set.of(
                    "resize",
                    "crop",
                    "indexcrop",
                    "circle",
                    "rounded-corners",
                    "rotate",
                    "blur",
                    "bright",
                    "contrast",
                    "sharpen",
                    "grey",
                    "watermark");

    private static final List<Difference> ALL =
            List.of(
                    new Difference(
                            text -> count(text, "resize") > 1,
                            "every resize counts, not only the last"),
                    new Difference(
                            text -> count(text, "watermark") > 1,
                            "every watermark is drawn, not only the last"),
                    new Difference(
                            text -> text.stream().filter(Differences::drawsPixels).count() > 1,
                            "what changes pixels is done in the written order"),
                    any(
                            "resize",
                            does -> does.says("m", "fill", "pad", "fixed") && does.hasOne("w", "h"),
                            "one side with m_fill, m_pad or m_fixed gives a square"),
                    any(
                            "resize",
                            does -> does.hasAny("w", "h") && does.hasAny("l", "s"),
                            "w and h count, and l and s beside them do not"),
                    any(
                            "crop",
                            does -> does.hasAny("g"),
                            "the window lies where OSS puts it, not on a grid of thirds"),
                    any("circle", _ -> true, "a large r stops at half of the short side"),
                    any("rounded-corners", _ -> true, "a large r stops at half of the short side"),
                    any(
                            "watermark",
                            does -> !does.hasAny("x") || !does.hasAny("y"),
                            "the margin is 10 pixels where x and y do not say, not 5"),
                    any(
                            "watermark",
                            does -> does.hasAny("t") && !does.says("t", "100"),
                            "t is how opaque the mark is, and darkens nothing"),
                    any(
                            "quality",
                            does -> does.hasAny("q"),
                            "q is relative to the quality of a JPEG; Q is absolute"));

    private record Difference(Predicate<List<Operation>> concerns, String sentence) {}

    /// What stands between two slashes.
    private record Operation(String action, Map<String, String> arguments) {

        static Operation of(String segment) {
            List<String> parts = Arrays.asList(segment.split(","));
            return new Operation(
                    parts.getFirst(),
                    parts.stream()
                            .skip(1)
                            .filter(part -> !part.isEmpty())
                            .map(part -> part.split("_", 2))
                            .collect(
                                    Collectors.toMap(
                                            part -> part[0],
                                            part -> part[part.length - 1],
                                            (_, last) -> last)));
        }

        boolean hasAny(String... names) {
            return Arrays.stream(names).anyMatch(arguments::containsKey);
        }

        boolean hasOne(String... names) {
            return Arrays.stream(names).filter(arguments::containsKey).count() == 1;
        }

        boolean says(String name, String... values) {
            return Arrays.asList(values).contains(arguments.getOrDefault(name, ""));
        }
    }

    private Differences() {}

    /// One sentence each.
    static List<String> of(String text) {
        List<Operation> operations =
                Arrays.stream(text.split("/"))
                        .skip(1)
                        .filter(segment -> !segment.isEmpty())
                        .map(Operation::of)
                        .toList();
        return ALL.stream()
                .filter(difference -> difference.concerns().test(operations))
                .map(Difference::sentence)
                .distinct()
                .toList();
    }

    private static Difference any(String action, Predicate<Operation> is, String sentence) {
        return new Difference(
                text -> text.stream().anyMatch(op -> op.action().equals(action) && is.test(op)),
                sentence);
    }

    private static long count(List<Operation> text, String action) {
        return text.stream().filter(operation -> operation.action().equals(action)).count();
    }

    private static boolean drawsPixels(Operation operation) {
        return PIXELS.contains(operation.action());
    }
}
