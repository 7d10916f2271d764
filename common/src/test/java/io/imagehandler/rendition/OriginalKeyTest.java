package io.imagehandler.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat.jpg",
                "photos/cat.jpg",
                "/a.jpg",
                "a//b",
                "a/",
                "a/...b/c..jpg",
                "_r",
                "_R/x",
                "x/_r/a",
                "cafe\u0301",
                "\uD83D\uDC08",
                "a+b c!d?e%2Ff~"
            })
    void keepsAKeyAsItIs(String key) {
        assertThat(OriginalKey.of(key).value()).isEqualTo(key);
        assertThat(new OriginalKey(key)).hasToString(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", "a/./b", "a/..", "../a", "a\0", "a\n", "a\u007F", "a\u0085",
                "a\uD800", "\uDC00a"
            })
    void refusesWhatCanBeNoKey(String key) {
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> OriginalKey.of(key));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new OriginalKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_r/", "_r/s/a.jpg/thumb", "/_r/x", "///_r/x", "/", "//"})
    void findsNothingInThePlaceOfRenditions(String key) {
        assertThatExceptionOfType(NoSuchOriginal.class).isThrownBy(() -> OriginalKey.of(key));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new OriginalKey(key));
    }

    @Test
    void countsBytesAndNotCharacters() {
        assertThat(OriginalKey.of("é".repeat(512)).value()).hasSize(512);
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> OriginalKey.of("é".repeat(512) + "a"))
                .withMessageContaining("is too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "./", "../", "a", "_r/", "é", "\0", "\uD800"})
    void refusesALongKeyAtOnce(String piece) {
        String key = piece.repeat(65_536 / piece.length());

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> OriginalKey.of(key))
                .isInstanceOfAny(InvalidArgument.class, NoSuchOriginal.class);
    }
}
