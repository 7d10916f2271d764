package io.imagehandler.style.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.style.Style;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StyleItemTest {

    private static final Map<String, AttributeValue> LEAST =
            Map.of("id", text("thumb"), "style", text("image/resize,w_100"));

    @Test
    void needsANameAndATextAlone() {
        assertThat(new StyleItem(LEAST).style())
                .isEqualTo(Style.parse("thumb", "image/resize,w_100", List.of(), false, "", 0));
    }

    @Test
    void readsEverything() {
        var item =
                with(
                        Map.of(
                                "eager", AttributeValue.fromBool(true),
                                "prefix", text("photos/"),
                                "formats", AttributeValue.fromSs(List.of("avif", "webp")),
                                "version", AttributeValue.fromN("3")));

        assertThat(item.style())
                .isEqualTo(
                        Style.parse(
                                "thumb",
                                "image/resize,w_100",
                                List.of("webp", "avif"),
                                true,
                                "photos/",
                                3));
    }

    @Test
    void takesFormatsAsAListAsWell() {
        var item = with(Map.of("formats", AttributeValue.fromL(List.of(text("webp")))));

        assertThat(item.style().formats()).hasSize(1);
    }

    @Test
    void refusesAttributesOfOtherTypes() {
        refuses("style", AttributeValue.fromN("1"), IllegalArgumentException.class);
        refuses("eager", text("true"), IllegalArgumentException.class);
        refuses("prefix", AttributeValue.fromBool(true), IllegalArgumentException.class);
        refuses("version", text("1"), IllegalArgumentException.class);
        refuses("version", AttributeValue.fromN("1.5"), IllegalArgumentException.class);
        refuses("formats", text("webp"), IllegalArgumentException.class);
        refuses(
                "formats",
                AttributeValue.fromL(List.of(AttributeValue.fromN("1"))),
                IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNotOfTheLanguage() {
        refuses("id", text("a/b"), InvalidArgument.class);
        refuses("style", text("image/resise,w_1"), InvalidArgument.class);
        refuses("style", text("image"), InvalidArgument.class);
        refuses("formats", AttributeValue.fromSs(List.of("png")), InvalidArgument.class);
    }

    private static void refuses(
            String name, AttributeValue value, Class<? extends Exception> failure) {
        assertThatThrownBy(() -> with(Map.of(name, value)).style()).isInstanceOf(failure);
    }

    private static StyleItem with(Map<String, AttributeValue> attributes) {
        var all = new TreeMap<>(LEAST);
        all.putAll(attributes);
        return new StyleItem(all);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
