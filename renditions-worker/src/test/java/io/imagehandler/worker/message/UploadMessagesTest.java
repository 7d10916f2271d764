package io.imagehandler.worker.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.worker.message.UploadMessage.Changes;
import io.imagehandler.worker.message.UploadMessage.Unreadable;
import java.util.List;
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
        assertThat(UploadMessages.parse(CREATED))
                .isEqualTo(
                        changes(
                                new UploadChange(
                                        "ObjectCreated:Put",
                                        "up/a b+c/ünï & x=1 (2).jpg",
                                        200_000)));
    }

    @Test
    void readsARemovalThatHasNoSize() {
        String removed =
                """
                {"Records":[{"eventVersion":"2.6","eventName":"ObjectRemoved:Delete",
                 "s3":{"object":{"key":"a.jpg","sequencer":"1A"}}}]}
                """;

        assertThat(UploadMessages.parse(removed))
                .isEqualTo(changes(new UploadChange("ObjectRemoved:Delete", "a.jpg", 0)));
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
        assertThat(UploadMessages.parse("{\"Records\":[]}")).isEqualTo(changes());
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

        assertThat(UploadMessages.parse("{\"Records\":[" + bad + "," + good + "]}"))
                .as(reason)
                .isEqualTo(
                        new Changes(
                                List.of(new UploadChange("ObjectCreated:Put", "a.jpg", 1)),
                                List.of(bad)));
    }

    private static UploadMessage changes(UploadChange... changes) {
        return new Changes(List.of(changes), List.of());
    }
}
