package io.imagehandler.rendition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/// What every store of renditions does. Each test starts with an empty one.
public interface RenditionsContract {

    OriginalKey ORIGINAL = new OriginalKey("photos/cat ü+%.jpg");
    RenditionKey KEY = style(ORIGINAL, "thumb");
    Provenance OLD = new Provenance(new EntityTag("e1"), "recipe-1");
    Provenance NEW = new Provenance(new EntityTag("e2"), "recipe-2");
    EntityTag OTHER = new EntityTag("00000000000000000000000000000000");

    Renditions renditions();

    @Test
    default void findsNothingWhereNothingIs() {
        assertThat(renditions().find(KEY.path())).isEmpty();
        assertThat(renditions().pathsOf(ORIGINAL)).isEmpty();
        assertThat(renditions().replace(KEY, OTHER, image("one"), OLD)).isFalse();
        assertThat(renditions().find(KEY.path())).isEmpty();
    }

    @Test
    default void removesWithoutAFuss() {
        renditions().remove(KEY.path(), OTHER);

        assertThat(renditions().find(KEY.path())).isEmpty();
    }

    @Test
    default void findsWhatWasCreatedAndWhatItIsMadeOf() {
        assertThat(renditions().create(KEY, image("one"), OLD)).isTrue();

        StoredRendition found = renditions().find(KEY.path()).orElseThrow();
        assertThat(found.provenance()).isEqualTo(OLD);
        assertThat(found.mediaType()).isEqualTo("image/jpeg");
        assertThat(found.size()).isEqualTo(new Size(1, 1));
        assertThat(found.length()).isEqualTo("one".length());
    }

    @Test
    default void createsNothingOverAnother() {
        renditions().create(KEY, image("one"), OLD);

        assertThat(renditions().create(KEY, image("two"), NEW)).isFalse();
        assertThat(provenance()).isEqualTo(OLD);
    }

    @Test
    default void replacesOnlyWhatWasSeen() {
        renditions().create(KEY, image("one"), OLD);
        EntityTag seen = tag();

        assertThat(renditions().replace(KEY, OTHER, image("two"), NEW)).isFalse();
        assertThat(provenance()).isEqualTo(OLD);

        assertThat(renditions().replace(KEY, seen, image("two"), NEW)).isTrue();
        assertThat(provenance()).isEqualTo(NEW);
        assertThat(tag()).isNotEqualTo(seen);
    }

    @Test
    default void removesOnlyWhatWasSeen() {
        renditions().create(KEY, image("one"), OLD);

        assertThat(renditions().remove(KEY.path(), OTHER)).isFalse();
        assertThat(renditions().find(KEY.path())).isPresent();

        assertThat(renditions().remove(KEY.path(), tag())).isTrue();
        assertThat(renditions().find(KEY.path())).isEmpty();
    }

    @Test
    default void listsStylesAndTextsOfAnOriginal() {
        RenditionKey adHoc =
                new RenditionKey.AdHoc(
                        ORIGINAL,
                        TransformationGrammar.parse("image/resize,w_100"),
                        AcceptClass.NONE);
        renditions().create(KEY, image("one"), OLD);
        renditions().create(adHoc, image("two"), OLD);

        assertThat(renditions().pathsOf(ORIGINAL))
                .containsExactlyInAnyOrder(KEY.path(), adHoc.path());
    }

    @Test
    default void listsNothingOfAKeyThatStartsWithThisOne() {
        RenditionKey below = style(new OriginalKey(ORIGINAL.value() + "/b"), "thumb");
        RenditionKey longer = style(new OriginalKey(ORIGINAL.value() + "b"), "thumb");
        renditions().create(KEY, image("one"), OLD);
        renditions().create(below, image("two"), OLD);
        renditions().create(longer, image("three"), OLD);

        assertThat(renditions().pathsOf(ORIGINAL)).containsExactly(KEY.path());
    }

    static RenditionKey style(OriginalKey original, String style) {
        return new RenditionKey.OfStyle(original, new StyleName(style), 0, AcceptClass.NONE);
    }

    static EncodedImage image(String bytes) {
        return new EncodedImage(
                OutputFormat.JPEG, new Size(1, 1), 1, ByteBuffer.wrap(bytes.getBytes(UTF_8)));
    }

    private Provenance provenance() {
        return renditions().find(KEY.path()).orElseThrow().provenance();
    }

    private EntityTag tag() {
        return renditions().find(KEY.path()).orElseThrow().tag();
    }
}
