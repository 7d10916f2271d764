package io.imagehandler.worker.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.worker.message.JobMessage.Asked;
import io.imagehandler.worker.message.JobMessage.Unreadable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobMessagesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void writesAVersionedShape() {
        assertThat(JobMessages.body(new Job(new OriginalKey("a/ü.jpg"), NOON)))
                .isEqualTo("{\"asked\":\"2026-11-23T12:00:00Z\",\"job\":1,\"key\":\"a/ü.jpg\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a//b \"c\"\\.png", "ü😀", "+%2F", "a/"})
    void readsWhatItWrites(String key) {
        var job = new Job(new OriginalKey(key), NOON);

        assertThat(JobMessages.parse(JobMessages.body(job))).isEqualTo(new Asked(job));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    no                                                        | not JSON
                    []                                                        | no job of version 1
                    {"job":2,"key":"a","asked":"2026-11-23T12:00:00Z"}        | no job of version 1
                    {"job":1,"asked":"2026-11-23T12:00:00Z"}                  | the key can be no original's
                    {"job":1,"key":"_r/s/a/b","asked":"2026-11-23T12:00:00Z"} | the key can be no original's
                    {"job":1,"key":"a"}                                       | 'asked' is no time
                    """)
    void saysWhatIsNoJob(String body, String reason) {
        assertThat(JobMessages.parse(body)).isEqualTo(new Unreadable(reason));
    }
}
