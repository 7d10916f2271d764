package io.imagehandler.transformation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Valid texts of the language, the same ones for the same seed. A new action is added here, too.
public final class GeneratedTexts {

    private final Random random;

    public GeneratedTexts(long seed) {
        this.random = new Random(seed);
    }

    /// The next text, of one to eight operations.
    public String next() {
        List<Supplier<String>> settings =
                new ArrayList<>(
                        List.of(
                                () -> "auto-orient," + between(0, 1),
                                () ->
                                        "format,"
                                                + oneOf(
                                                        "jpg", "JPEG", "png", "WebP", "gif",
                                                        "auto"),
                                () -> "interlace," + between(0, 1),
                                () ->
                                        operation(
                                                "quality",
                                                number("q", 1, 100),
                                                number("Q", 1, 100)),
                                () -> oneOf("strip-metadata", "strip-metadata,1")));
        Collections.shuffle(settings, random);
        return IntStream.rangeClosed(0, between(0, 7))
                .mapToObj(_ ->
                        settings.isEmpty() || random.nextBoolean()
                                ? pixels()
                                : settings.removeLast().get())
                .collect(
                        Collectors.joining(
                                oneOf("/", "//"), oneOf("", "/") + "image/", oneOf("", "/")));
    }

    private String pixels() {
        return switch (between(0, 2)) {
            case 0 -> "rotate," + between(0, 360);
            case 1 ->
                    operation(
                            "crop",
                            number("w", 0, 30_000),
                            number("h", 0, 3),
                            number("x", 0, 3),
                            number("y", 0, 30_000),
                            "g_" + oneOf(Gravity.words().keySet().toArray(String[]::new)));
            default ->
                    operation(
                            "resize",
                            number("w", 1, 16_384),
                            number("h", 1, 16_384),
                            number("l", 1, 16_384),
                            number("s", 1, 16_384),
                            number("p", 90, 110),
                            "?m_" + oneOf("lfit", "mfit", "fill", "pad", "fixed"),
                            "?limit_" + between(0, 1),
                            "?color_" + oneOf("fff", "FFFFFF", "0f0", "12aBcD"));
        };
    }

    /// Some of the arguments, at least one of those that do not begin with `?`.
    private String operation(String action, String... arguments) {
        var chosen = new ArrayList<String>();
        while (chosen.stream().allMatch(argument -> argument.startsWith("?"))) {
            chosen.clear();
            for (String argument : arguments) {
                if (between(0, 3) == 0) {
                    chosen.add(argument);
                }
            }
        }
        Collections.shuffle(chosen, random);
        return action
                + chosen.stream()
                        .map(argument -> oneOf(",", ",", ",,") + argument.replace("?", ""))
                        .collect(Collectors.joining());
    }

    private String number(String parameter, int least, int most) {
        return parameter + "_" + oneOf("", "", "00") + between(least, most);
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /// A text made of `text` by one to three changes, most likely no longer of the language.
    public String spoilt(String text) {
        var spoilt = new StringBuilder(text);
        for (int changes = between(1, 3); changes > 0; changes--) {
            int at = between(0, spoilt.length() - 1);
            String piece =
                    oneOf("_", ",", "/", "-", "0", "99999", "w", "Q", "é", "\0", ".", "resize");
            switch (between(0, 2)) {
                case 0 -> spoilt.insert(at, piece);
                case 1 -> spoilt.replace(at, at + 1, piece);
                default -> spoilt.append(piece).append(spoilt, at, spoilt.length());
            }
        }
        return spoilt.toString();
    }
}
