package io.imagehandler.ondemand.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.OriginalKey;
import java.net.URLDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # key                | type                     | name
                    cat.jpg              | image/jpeg               | cat.jpg
                    photos/2026/cat.png  | image/webp               | cat.webp
                    cat.JPEG             | image/jpeg               | cat.JPEG
                    cat.jpeg             | image/avif               | cat.avif
                    cat                  | image/png                | cat.png
                    cat.v2.png           | image/gif                | cat.v2.gif
                    .png                 | image/png                | .png.png
                    cat.                 | image/png                | cat.png
                    a.b/c                | image/png                | c.png
                    cat.jpg              | application/json         | cat.json
                    cat.jpg              | text/plain               | cat.txt
                    cat.tiff             | application/octet-stream | cat.tiff
                    cat                  | application/octet-stream | cat
                    cat.svg              | image/svg+xml            | cat.svg
                    cats/                | image/png                | image.png
                    long.extensions.this | image/png                | long.extensions.png
                    3.14159265358979     | image/png                | 3.14159265358979.png
                    """)
    void isTheKeysWithTheExtensionOfWhatIsSent(String key, String type, String name) {
        assertThat(disposition(key, type)).isEqualTo("inline; filename=\"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ünï 🐈.jpg    | inline; filename="_n_ _.jpg"; filename*=UTF-8''%C3%BCn%C3%AF%20%F0%9F%90%88.jpg
                    a"b\\c.jpg    | inline; filename="a_b_c.jpg"; filename*=UTF-8''a%22b%5Cc.jpg
                    a;b%41'.jpg   | inline; filename="a_b_41_.jpg"; filename*=UTF-8''a%3Bb%2541%27.jpg
                    """)
    void saysInAsciiAndInFull(String key, String disposition) {
        assertThat(disposition(key, "image/jpeg")).isEqualTo(disposition);
    }

    @Test
    void isCutToASaneLength() {
        String name = disposition("🐈".repeat(250) + ".jpg", "image/webp");

        assertThat(name).hasSizeLessThan(1_500).endsWith("%F0%9F%90%88.webp");
        assertThat(URLDecoder.decode(name.substring(name.indexOf("''") + 2), UTF_8))
                .isEqualTo("🐈".repeat(100) + ".webp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u2028b", "a\u202Eb", "a\u200Db", "\uD83D\uDC08\"; x=\"", "a b"})
    void neverLeavesItsLineOrItsQuotes(String key) {
        String disposition = disposition(key, "image/png");

        assertThat(disposition.chars()).allMatch(c -> c >= 0x20 && c <= 0x7E);
        assertThat(disposition.chars().filter(c -> c == '"')).hasSize(2);
    }

    private static String disposition(String key, String type) {
        return FileName.of(new OriginalKey(key), type).disposition();
    }
}
