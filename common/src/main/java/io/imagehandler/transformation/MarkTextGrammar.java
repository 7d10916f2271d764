package io.imagehandler.transformation;

import java.util.Optional;

/// How [MarkText] is written.
final class MarkTextGrammar {

    static final Range SIZE = new Range(1, 1_000);
    static final Range SHADOW = new Range(0, 100);

    private static final int PRESET_SIZE = 40;

    private MarkTextGrammar() {}

    /// Nothing if there is no text; what else is said of it is checked all the same.
    static Optional<MarkText> read(Arguments given) {
        int size = given.integer("size", SIZE, PRESET_SIZE);
        Color color = given.color("color", Color.BLACK);
        FontName font = given.has("type") ? font(given) : FontName.WQY_ZENHEI;
        int shadow = given.integer("shadow", SHADOW, 0);
        Color halo = given.color("halo", Color.BLACK);
        return given.has("text")
                ? Optional.of(new MarkText(text(given), font, size, color, shadow, halo))
                : Optional.empty();
    }

    private static String text(Arguments given) {
        String allowed =
                "base64url of 1.." + MarkText.LONGEST + " characters, no control characters";
        return Base64Text.decode(given.value("text"))
                .filter(MarkText::isText)
                .orElseThrow(() -> given.invalid("text", allowed, "is no text"));
    }

    private static FontName font(Arguments given) {
        String allowed = "base64url of " + FontName.words();
        return Base64Text.decode(given.value("type"))
                .flatMap(FontName::named)
                .orElseThrow(() -> given.invalid("type", allowed, "is not known"));
    }

    static Spelling spell(MarkText text, Spelling spelling) {
        return spelling.with("text", Base64Text.encode(text.text()))
                .with("size", text.size(), PRESET_SIZE)
                .with("color", text.color().hex(), Color.BLACK.hex())
                .with("type", type(text.font()), type(FontName.WQY_ZENHEI))
                .with("shadow", text.shadow(), 0)
                .with("halo", text.halo().hex(), Color.BLACK.hex());
    }

    private static String type(FontName font) {
        return Base64Text.encode(font.word());
    }
}
