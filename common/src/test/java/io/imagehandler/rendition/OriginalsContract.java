package io.imagehandler.rendition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.failure.OriginalTooLarge;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every store of originals does.
public interface OriginalsContract {

    OriginalKey KEY = new OriginalKey("photos/cat.jpg");
    OriginalKey ABSENT = new OriginalKey("photos/dog.jpg");

    Originals originals();

    /// Puts an object into the store as an uploader does.
    void upload(String key, byte[] bytes, String contentType);

    @Test
    default void findsNothingWhereNothingIs() {
        assertThat(originals().find(ABSENT)).isEmpty();
        assertThat(originals().tag(ABSENT)).isEmpty();
        assertThat(originals().read(ABSENT, 100)).isEmpty();
        assertThat(originals().read(ABSENT, new EntityTag("abc"), 100, _ -> true)).isEmpty();
        assertThat(originals().open(ABSENT)).isEmpty();
    }

    @Test
    default void readsWhatWasUploaded() {
        upload(KEY.value(), "one".getBytes(UTF_8), "image/jpeg");

        Original original = originals().read(KEY, 3).orElseThrow();

        assertThat(original.bytes()).isEqualTo(ByteBuffer.wrap("one".getBytes(UTF_8)));
        assertThat(original.contentType()).isEqualTo("image/jpeg");
        assertThat(originals().tag(KEY)).contains(original.tag());
        assertThat(originals().find(KEY))
                .contains(
                        new StoredOriginal(
                                original.tag(), original.lastModified(), "image/jpeg", 3));
        assertThat(originals().read(KEY, original.tag(), 3, _ -> true)).contains(original);
    }

    @Test
    default void givesOtherBytesAnotherTag() {
        upload(KEY.value(), "one".getBytes(UTF_8), "image/jpeg");
        EntityTag one = originals().tag(KEY).orElseThrow();

        upload(KEY.value(), "two".getBytes(UTF_8), "image/jpeg");

        assertThat(originals().tag(KEY)).isPresent().get().isNotEqualTo(one);
        assertThat(originals().read(KEY, one, 100, _ -> true)).isEmpty();
    }

    @Test
    default void refusesMoreBytesThanAllowed() {
        upload(KEY.value(), "four".getBytes(UTF_8), "image/jpeg");
        EntityTag tag = originals().tag(KEY).orElseThrow();

        assertThatThrownBy(() -> originals().read(KEY, 3)).isInstanceOf(OriginalTooLarge.class);
        assertThatThrownBy(() -> originals().read(KEY, tag, 3, _ -> true))
                .isInstanceOf(OriginalTooLarge.class);
        assertThat(originals().read(KEY, 4)).isPresent();
    }

    @Test
    default void asksForRoomBeforeItReads() {
        upload(KEY.value(), "four".getBytes(UTF_8), "image/jpeg");
        var asked = new ArrayList<Long>();

        assertThat(originals().read(KEY, 4, asked::add)).isPresent();
        assertThatThrownBy(() -> originals().read(KEY, 4, _ -> false)).isInstanceOf(NoRoom.class);
        assertThatThrownBy(() -> originals().read(KEY, 3, asked::add))
                .isInstanceOf(OriginalTooLarge.class);
        assertThat(asked).containsExactly(4L);
    }

    @Test
    default void readsAnEmptyObject() {
        upload(KEY.value(), new byte[0], "image/jpeg");

        assertThat(originals().read(KEY, 100).orElseThrow().bytes().remaining()).isZero();
    }

    @Test
    default void opensWhatIsStoredHoweverLarge() throws IOException {
        upload(KEY.value(), "a long one".getBytes(UTF_8), "image/jpeg");

        try (OpenOriginal open = originals().open(KEY).orElseThrow()) {
            assertThat(open.length()).isEqualTo(10);
            assertThat(open.bytes().readAllBytes()).isEqualTo("a long one".getBytes(UTF_8));
        }
    }

    @Test
    default void opensAPartOfWhatIsStored() throws IOException {
        upload(KEY.value(), "a long one".getBytes(UTF_8), "image/jpeg");
        StoredOriginal found = originals().find(KEY).orElseThrow();

        var range = new ByteRange(2, 5);
        try (OpenOriginal open = originals().open(KEY, found.tag(), range).orElseThrow()) {
            assertThat(open.length()).isEqualTo(4);
            assertThat(open.tag()).isEqualTo(found.tag());
            assertThat(open.bytes().readAllBytes()).isEqualTo("long".getBytes(UTF_8));
        }
    }

    @Test
    default void opensNoPartOfWhatHasChangedOrIsGone() {
        upload(KEY.value(), "a long one".getBytes(UTF_8), "image/jpeg");
        var range = new ByteRange(2, 5);

        assertThat(originals().open(KEY, new EntityTag("abc"), range)).isEmpty();
        assertThat(originals().open(ABSENT, new EntityTag("abc"), range)).isEmpty();
    }

    @Test
    default void canBeClosedUnread() throws IOException {
        upload(KEY.value(), new byte[1_000_000], "image/jpeg");

        try (OpenOriginal open = originals().open(KEY).orElseThrow()) {
            assertThat(open.length()).isEqualTo(1_000_000);
        }

        assertThat(originals().tag(KEY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b.jpg",
                "a+b.jpg",
                "a%2Fb.jpg",
                "ünï/🐈.jpg",
                "q?x=1&y#z.jpg",
                "photo!v2.jpg",
                "[page=2].jpg"
            })
    default void takesKeysAsTheyAre(String key) {
        upload(key, key.getBytes(UTF_8), "image/jpeg");

        assertThat(originals().read(new OriginalKey(key), 100))
                .get()
                .extracting(Original::bytes)
                .isEqualTo(ByteBuffer.wrap(key.getBytes(UTF_8)));
    }
}
