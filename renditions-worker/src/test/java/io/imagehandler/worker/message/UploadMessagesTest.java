package io.imagehandler.worker.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.worker.message.UploadChange.Origin;
import io.imagehandler.worker.message.UploadMessage.Changes;
import io.imagehandler.worker.message.UploadMessage.Unreadable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadMessagesTest {

    /// As S3 sends it, with everything that we have no use for.
    private static final String CREATED =
            """
            {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1",
             "eventTime":"2026-11-23T04:45:55.090Z","eventName":"ObjectCreated:Put",
             "userIdentity":{"principalId":"AWS:LOCAL"},
             "requestParameters":{"sourceIPAddress":"127.0.0.1"},
             "responseElements":{"x-amz-request-id":"1A206B9941200001","x-amz-id-2":"local"},
             "s3":{"s3SchemaVersion":"1.0","configurationId":"renditions",
              "bucket":{"name":"src","ownerIdentity":{"principalId":"LOCAL"},"arn":"arn:aws:s3:::src"},
              "object":{"key":"up/a+b%2Bc/%C3%BCn%C3%AF+%26+x%3D1+%282%29.jpg","size":200000,
               "eTag":"7df7","sequencer":"1A206B9941200001"}}}]}
            """;

    @Test
    void readsWhatS3Sends() {
        UploadChange change = only(CREATED);

        assertThat(change.event()).isEqualTo("ObjectCreated:Put");
        assertThat(change.key()).isEqualTo("up/a b+c/ünï & x=1 (2).jpg");
        assertThat(change.size()).isEqualTo(200_000);
        assertThat(change.origin().etag()).isEqualTo("7df7");
        assertThat(change.origin().requestId()).isEqualTo("1A206B9941200001");
        assertThat(change.origin().time()).isEqualTo("2026-11-23T04:45:55.090Z");
    }

    @Test
    void keepsEachChangeForAMessageOfItsOwn() {
        assertThat(only(only(CREATED).origin().body())).isEqualTo(only(CREATED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-11-23T04:45:55.090  | 2026-11-23T04:45:55.090Z
                    2026-11-23T04:45:55Z     | 2026-11-23T04:45:55Z
                    yesterday                |
                    """)
    void readsTimesAsStandInsWriteThem(String written, @Nullable String time) {
        var change = only(CREATED.replace("2026-11-23T04:45:55.090Z", written));

        assertThat(change.origin().time()).isEqualTo(time == null ? null : Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "up/a b+c/ünï & x=1 (2).jpg", "folder/", "a\tb"})
    void writesWhatItReads(String key) {
        var change = only(UploadMessages.about(key));

        assertThat(change.key()).isEqualTo(key);
        assertThat(change.matters()).isTrue();
        assertThat(change.isFolder()).isFalse();
    }

    @Test
    void readsARemovalThatHasNoSize() {
        String removed =
                """
                {"Records":[{"eventVersion":"2.6","eventName":"ObjectRemoved:Delete",
                 "s3":{"object":{"key":"a.jpg","sequencer":"1A"}}}]}
                """;

        assertThat(only(removed))
                .isEqualTo(
                        new UploadChange(
                                "ObjectRemoved:Delete",
                                "a.jpg",
                                0,
                                new Origin(only(removed).origin().body(), "", "", null)));
    }

    @Test
    void knowsTheTestThatS3SendsOnce() {
        assertThat(
                        UploadMessages.parse(
                                """
                                {"Service":"Amazon S3","Event":"s3:TestEvent",
                                 "Time":"2026-11-23T04:45:55.090Z","Bucket":"src"}
                                """))
                .isEqualTo(new UploadMessage.Test());
    }

    @Test
    void hasNothingToDoWithoutRecords() {
        assertThat(UploadMessages.parse("{\"Records\":[]}"))
                .isEqualTo(new Changes(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "junk",
                "{",
                "{}",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{\"Records\":{}}",
                "{\"Records\":[]} junk",
                "{\"Type\":\"Notification\",\"Message\":\"{}\"}"
            })
    void takesNothingElseForAnEvent(String body) {
        assertThat(UploadMessages.parse(body)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7                                                                                         | no object
                    {}                                                                                        | empty
                    {"eventVersion":"3.0","eventName":"ObjectCreated:Put","s3":{"object":{"key":"a"}}}        | another major version
                    {"eventName":"ObjectCreated:Put","s3":{"object":{"key":"a"}}}                             | no version
                    {"eventVersion":"2.1","s3":{"object":{"key":"a"}}}                                        | no name
                    {"eventVersion":"2.1","eventName":"ObjectCreated:Put","s3":{"object":{}}}                 | no key
                    {"eventVersion":"2.1","eventName":"ObjectCreated:Put","s3":{"object":{"key":"a%zz"}}}     | not form-encoded
                    {"eventVersion":"2.1","eventName":"ObjectCreated:Put","s3":{"object":{"key":["a"]}}}      | key of another type
                    {"eventVersion":"2.1","eventName":"ObjectCreated:Put","s3":{"object":{"key":"a","size":"big"}}} | size of another type
                    """)
    void setsOneBadRecordAsideAndKeepsTheOthers(String bad, String reason) {
        String good =
                "{\"eventVersion\":\"2.1\",\"eventName\":\"ObjectCreated:Put\","
                        + "\"s3\":{\"object\":{\"key\":\"a.jpg\",\"size\":1}}}";

        var message = (Changes) UploadMessages.parse("{\"Records\":[" + bad + "," + good + "]}");

        assertThat(message.changes())
                .as(reason)
                .extracting(UploadChange::key)
                .containsOnly("a.jpg");
        assertThat(message.unreadable()).containsOnly("{\"Records\":[" + bad + "]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"Type":"Notification","TopicArn":"arn","Message":"{}"} | raw message delivery
                    {"version":"0","detail-type":"Object Created","source":"aws.s3"} | EventBridge
                    {"a":1} | no S3 event notification
                    """)
    void saysHowElseTheBucketIsToBeWired(String body, String words) {
        assertThat(UploadMessages.parse(body))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.detail()).contains(words));
    }

    private static UploadChange only(String body) {
        return ((Changes) UploadMessages.parse(body)).changes().getFirst();
    }
}
