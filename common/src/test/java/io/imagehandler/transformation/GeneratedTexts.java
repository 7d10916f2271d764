package io.imagehandler.transformation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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
        String text = any();
        while (text.length() > TransformationGrammar.LONGEST_TEXT) {
            text = any();
        }
        return text;
    }

    private String any() {
        if (between(0, 99) == 0) {
            return "image/" + oneOf("info", "average-hue") + oneOf("", ",", "/");
        }
        List<Supplier<String>> settings = new ArrayList<>(settings());
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

    private List<Supplier<String>> settings() {
        return List.of(
                () -> "auto-orient," + between(0, 1),
                () -> "format," + oneOf("jpg", "JPEG", "png", "WebP", "gif", "auto"),
                () -> "interlace," + between(0, 1),
                () -> operation("quality", number("q", 1, 100), number("Q", 1, 100)),
                () -> oneOf("strip-metadata", "strip-metadata,1"),
                () -> "cgif," + number("s", 1, 1_000),
                () -> "threshold," + between(1, Integer.MAX_VALUE - 1));
    }

    private String pixels() {
        return switch (between(0, 11)) {
            case 0 -> "rotate," + between(0, 360);
            case 1 -> crop();
            case 2 -> "crop,g_auto,w_" + between(1, 9) + ",h_" + between(1, 30_000);
            case 3 -> indexCrop();
            case 4 -> oneOf("circle,", "rounded-corners,") + oneOf(",", "") + number("r", 1, 4_096);
            case 5 -> "blur," + number("r", 1, 50) + "," + number("s", 1, 50);
            case 6 -> oneOf("bright,", "contrast,") + between(-100, 100);
            case 7 -> oneOf("sharpen," + between(50, 399), "grey,1", "grey,1", "grey,0");
            case 8, 9 -> watermark();
            default -> resize("?m_" + oneOf("lfit", "mfit", "fill,g_auto", "fill", "pad", "fixed"));
        };
    }

    private String crop() {
        return operation(
                "crop",
                number("w", 0, 30_000),
                number("h", 0, 3),
                number("x", 0, 3),
                number("y", 0, 30_000),
                "g_" + gravity());
    }

    private String indexCrop() {
        return operation(
                "indexcrop",
                number("x", 1, 30_000),
                number("y", 1, 30_000),
                "?" + number("i", 0, 30_000));
    }

    private String resize(String mode) {
        return operation(
                "resize",
                number("w", 1, 16_384),
                number("h", 1, 16_384),
                number("l", 1, 16_384),
                number("s", 1, 16_384),
                number("p", 90, 110),
                mode,
                "?limit_" + between(0, 1),
                "?color_" + color());
    }

    private String watermark() {
        return operation(
                "watermark",
                "text_" + encoded(oneOf("a", "\u6c34\u5370", "<b>&\"", "\ud83d\udc08 ".repeat(9))),
                "image_" + encoded(oneOf("a.png", "x?y", "_r/z", "\u732b/b.jpg") + nested()),
                "?" + number("t", 0, 100),
                "?g_" + gravity(),
                "?" + number("x", 0, 4_096),
                "?" + number("y", 9, 11),
                "?voffset_" + between(-1_000, 1_000),
                "?fill_" + between(0, 1),
                "?" + number("padx", 0, 4_096),
                "?" + number("pady", 0, 1),
                "?auto_" + between(0, 1),
                "?rotate_" + oneOf("0", "360", "45"),
                "?" + number("size", 39, 41),
                "?color_" + oneOf("000", color()),
                "?type_" + encoded(oneOf("wqy-zenhei", "fangzhengkaiti")),
                "?" + number("shadow", 0, 1),
                "?halo_" + color(),
                "?order_" + between(0, 1),
                "?align_" + between(0, 2),
                "?" + number("interval", 0, 1_000));
    }

    private String nested() {
        String operations =
                IntStream.rangeClosed(1, between(0, 4))
                        .mapToObj(_ -> nestedOperation())
                        .collect(Collectors.joining("/"));
        return oneOf("", "?x-oss-process=image/" + operations);
    }

    private String nestedOperation() {
        return switch (between(0, 4)) {
            case 0 -> "rotate," + oneOf("0", "9", "360");
            case 1 -> crop();
            case 2 -> indexCrop();
            case 3 -> "resize," + number("P", 1, 100);
            default -> resize("?m_" + oneOf("lfit", "pad"));
        };
    }

    private String encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Base64.Encoder encoder = Base64.getUrlEncoder();
        return (random.nextBoolean() ? encoder : encoder.withoutPadding()).encodeToString(bytes);
    }

    private String gravity() {
        return oneOf(Gravity.words().keySet().toArray(String[]::new));
    }

    private String color() {
        return oneOf("fff", "FFFFFF", "0f0", "12aBcD");
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
