package io.imagehandler.style.dynamodb;

import io.imagehandler.style.Style;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One item of the table. Only `id` and `style` are needed: a style without the others is made when
/// it is asked for, in one format.
///
/// | Attribute | Type | What |
/// |---|---|---|
/// | `id` | S | the name |
/// | `style` | S | the text, `image/...` |
/// | `eager` | BOOL | whether it is made for every upload |
/// | `prefix` | S | what the keys of these uploads start with |
/// | `formats` | SS or L of S | `avif`, `webp` |
/// | `version` | N | 1 and up, if the style changes its address at each change |
record StyleItem(Map<String, AttributeValue> attributes) {

    static final String ID = "id";

    /// All of them but the name.
    static final List<String> ATTRIBUTES =
            List.of("style", "eager", "prefix", "formats", "version");

    /// What is kept of a style; what it has none of is left out.
    static StyleItem of(Style style) {
        var attributes = new HashMap<String, AttributeValue>();
        attributes.put(ID, AttributeValue.fromS(style.name().value()));
        String text = TransformationGrammar.canonical(style.transformation());
        attributes.put("style", AttributeValue.fromS(text));
        attributes.put("eager", AttributeValue.fromBool(style.eager()));
        if (!style.prefix().isEmpty()) {
            attributes.put("prefix", AttributeValue.fromS(style.prefix()));
        }
        if (!style.formats().isEmpty()) {
            var words = style.formats().stream().map(OutputFormat::word).sorted().toList();
            attributes.put("formats", AttributeValue.fromSs(words));
        }
        if (style.version() > 0) {
            attributes.put("version", AttributeValue.fromN("" + style.version()));
        }
        return new StyleItem(attributes);
    }

    /// The style.
    ///
    /// @throws IllegalArgumentException if an attribute is not of its type
    /// @throws io.imagehandler.failure.InvalidArgument if its value is not of the language
    Style style() {
        return Style.parse(text(ID), text("style"), formats(), eager(), prefix(), version());
    }

    /// The name as far as there is one, for logs.
    String id() {
        return attribute(ID).map(AttributeValue::s).orElse("");
    }

    private String text(String name) {
        return attribute(name)
                .map(AttributeValue::s)
                .orElseThrow(() -> new IllegalArgumentException(name + " must be a text (S)"));
    }

    private String prefix() {
        return attributes.containsKey("prefix") ? text("prefix") : "";
    }

    private boolean eager() {
        return attributes.containsKey("eager")
                && attribute("eager")
                        .map(AttributeValue::bool)
                        .orElseThrow(() -> new IllegalArgumentException("eager must be a BOOL"));
    }

    private int version() {
        return attributes.containsKey("version")
                ? attribute("version")
                        .map(AttributeValue::n)
                        .map(Integer::parseInt)
                        .orElseThrow(() -> new IllegalArgumentException("version must be an N"))
                : 0;
    }

    private List<String> formats() {
        return attribute("formats").map(StyleItem::words).orElse(List.of());
    }

    private static List<String> words(AttributeValue formats) {
        if (formats.hasSs()) {
            return formats.ss();
        }
        if (!formats.hasL() || formats.l().stream().anyMatch(word -> word.s() == null)) {
            throw new IllegalArgumentException("formats must be a set (SS) or list of texts");
        }
        return formats.l().stream().map(AttributeValue::s).toList();
    }

    private Optional<AttributeValue> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }
}
