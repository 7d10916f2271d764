package io.imagehandler.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.dynamodb.StyleRow;
import io.imagehandler.local.dynamodb.StyleTable;
import io.imagehandler.local.s3.Delivery;
import io.imagehandler.local.s3.ObjectChange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// One server for all, since a start takes a second; each test has keys of its own.
@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedAwsTest {

    private final List<ObjectChange> changes = new CopyOnWriteArrayList<>();
    private final Inbox inbox = new Inbox();
    private Path data;
    private EmbeddedAws aws;
    private S3Client s3;
    private SqsClient sqs;
    private DynamoDbClient dynamoDb;

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        data = folder;
        start(Delivery.ONCE);
    }

    @AfterAll
    void stop() {
        s3.close();
        sqs.close();
        dynamoDb.close();
        aws.close();
    }

    /// Every event has an id of its own; a queue may deliver one again.
    @Test
    void tellsOnceThatNotificationsAreSetUp() throws IOException {
        var before = inbox.messages(sqs, "s3:TestEvent", 1);

        restart(Delivery.ONCE);

        assertThat(before).containsOnly(before.getFirst());
        assertThat(inbox.messages(sqs, "s3:TestEvent", 1)).containsOnly(before.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat.jpg", "photos/a b+ü&(1)=%.jpg", "日本/写真 🐈.jpg"})
    void tellsOfAnUpload(String name) {
        var key = "upload/" + name;

        put(key, "12345");

        assertThat(inbox.messages(sqs, "\"upload/", 1))
                .filteredOn(event -> Inbox.keyIn(event).equals(key))
                .singleElement()
                .asString()
                .contains("\"eventName\":\"ObjectCreated:Put\"")
                .contains("\"size\":5,\"eTag\":\"827ccb0eea8a706c4c34a16891f84e7b\"");
        assertThat(changes).extracting(ObjectChange::key).containsOnlyOnce(key);
    }

    @Test
    void encodesKeysAsFormsDo() {
        put("form/a b/ü+1.jpg", "x");

        assertThat(inbox.messages(sqs, "\"key\":\"form/a+b/%C3%BC%2B1.jpg\"", 1)).hasSize(1);
    }

    @Test
    void tellsOfACopyAndOfAnUploadInParts() {
        put("source.jpg", "x");

        s3.copyObject(copy ->
                copy.sourceBucket(Names.ORIGINALS)
                        .sourceKey("source.jpg")
                        .destinationBucket(Names.ORIGINALS)
                        .destinationKey("made/copy.jpg"));
        putInParts("made/parts.jpg");

        assertThat(inbox.messages(sqs, "\"made/", 2))
                .extracting(Inbox::nameIn)
                .containsExactlyInAnyOrder(
                        "ObjectCreated:Copy", "ObjectCreated:CompleteMultipartUpload");
        assertThat(inbox.messages(sqs, ".s3proxy-", 0)).isEmpty();
    }

    @Test
    void tellsOfARemovalButNotOfWhatWasNeverThere() {
        put("removed/a.jpg", "x");

        s3.deleteObject(delete -> delete.bucket(Names.ORIGINALS).key("removed/a.jpg"));
        s3.deleteObject(delete -> delete.bucket(Names.ORIGINALS).key("removed/never.jpg"));

        assertThat(inbox.messages(sqs, "\"removed/", 2))
                .filteredOn(event -> Inbox.nameIn(event).equals("ObjectRemoved:Delete"))
                .singleElement()
                .asString()
                .contains("\"key\":\"removed/a.jpg\"")
                .doesNotContain("eTag");
    }

    @Test
    void tellsTheQueueNothingOfTheOtherBucket() {
        s3.putObject(
                put -> put.bucket(Names.DERIVED).key("_r/s/other.jpg/thumb"),
                RequestBody.fromString("x"));
        put("after.jpg", "x");

        inbox.messages(sqs, "after.jpg", 1);
        assertThat(inbox.messages(sqs, "other.jpg", 0)).isEmpty();
        assertThat(changes).extracting(ObjectChange::key).contains("_r/s/other.jpg/thumb");
    }

    @Test
    void sendsTwiceIfAskedTo() throws IOException {
        restart(Delivery.TWICE);
        put("twice.jpg", "x");

        assertThat(inbox.messages(sqs, "twice.jpg", 2)).hasSize(2);

        restart(Delivery.ONCE);
    }

    @Test
    void keepsObjectsMessagesAndStylesOverARestart() throws IOException {
        put("kept.jpg", "first");
        put("kept.jpg", "kept");
        new StyleTable(dynamoDb, Names.STYLES).put(StyleRow.eager("thumb", "image/resize,w_1"));

        restart(Delivery.ONCE);
        put("kept.jpg", "kept");

        var object = s3.getObjectAsBytes(get -> get.bucket(Names.ORIGINALS).key("kept.jpg"));
        assertThat(object.asUtf8String()).isEqualTo("kept");
        assertThat(object.response().contentType()).isEqualTo("image/jpeg");
        assertThat(inbox.messages(sqs, "kept.jpg", 3))
                .extracting(Inbox::sequencerIn)
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(new StyleTable(dynamoDb, Names.STYLES).rows())
                .hasSize(3)
                .contains(StyleRow.eager("thumb", "image/resize,w_1"));
    }

    @Test
    void numbersTheEventsOfAKeyInTheirOrder() {
        put("numbered.jpg", "x");
        var first = inbox.messages(sqs, "numbered.jpg", 1).getFirst();
        put("numbered.jpg", "y");
        var second = inbox.messages(sqs, "numbered.jpg", 2).getLast();

        assertThat(Inbox.sequencerIn(second)).isGreaterThan(Inbox.sequencerIn(first));
    }

    @Test
    void buriesAMessageAfterTenReceives() {
        var url = sqs.getQueueUrl(get -> get.queueName(Names.QUEUE)).queueUrl();
        var attributes =
                sqs.getQueueAttributes(
                                get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes();

        assertThat(attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT)).isEqualTo("120");
        assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
                .contains("uploads-dead")
                .contains("10");
    }

    @Test
    void saysWhichKeysFilesCannotHold() {
        put("files/a", "x");
        put("files/b/c", "x");

        assertThatThrownBy(() -> put("files/a/b", "x"))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("cannot hold both 'files/a' and 'files/a/b'");
        assertThatThrownBy(() -> put("files/b", "x"))
                .hasMessageContaining("cannot hold both 'files/b' and");
        assertThatThrownBy(() -> put("ü".repeat(128), "x")).hasMessageContaining("at most 255");
        assertThatThrownBy(() -> put("b//c", "y")).hasMessageContaining("no empty part");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b/c/d", "b", "b//c"})
    void hasNothingUnderKeysThatFilesCannotHold(String key) {
        put("b/c", "x");

        assertThatThrownBy(() -> s3.headObject(head -> head.bucket(Names.ORIGINALS).key(key)))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.getObject(get -> get.bucket(Names.ORIGINALS).key(key)))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void hasNothingUnderTheLongestKey() {
        var key = "a".repeat(1_024);

        assertThatThrownBy(() -> s3.getObject(get -> get.bucket(Names.ORIGINALS).key(key)))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        var endpoints = aws.endpoints();
        var others =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress());
        // Linux answers here, too, if a server listens on every address.
        var other = InetAddress.ofLiteral("127.0.0.2");

        for (var address : Stream.concat(others, Stream.of(other)).toList()) {
            for (var uri : List.of(endpoints.s3(), endpoints.sqs(), endpoints.dynamoDb())) {
                assertThatThrownBy(() -> new Socket(address, uri.getPort()).close())
                        .as("%s:%s", address, uri.getPort())
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private void start(Delivery delivery) throws IOException {
        var ports = new EmbeddedAws.Ports(0, FreePort.any(), FreePort.any());
        aws = EmbeddedAws.start(ports, data, delivery, changes::add);
        s3 = Clients.s3(aws.endpoints().s3());
        sqs = Clients.sqs(aws.endpoints().sqs());
        dynamoDb = Clients.dynamoDb(aws.endpoints().dynamoDb());
    }

    private void restart(Delivery delivery) throws IOException {
        stop();
        start(delivery);
    }

    private void put(String key, String content) {
        s3.putObject(
                put -> put.bucket(Names.ORIGINALS).key(key).contentType("image/jpeg"),
                RequestBody.fromString(content));
    }

    private void putInParts(String key) {
        var upload =
                s3.createMultipartUpload(create -> create.bucket(Names.ORIGINALS).key(key))
                        .uploadId();
        var tag =
                s3.uploadPart(
                                part ->
                                        part.bucket(Names.ORIGINALS)
                                                .key(key)
                                                .uploadId(upload)
                                                .partNumber(1),
                                RequestBody.fromString("x"))
                        .eTag();
        var part = CompletedPart.builder().partNumber(1).eTag(tag).build();
        s3.completeMultipartUpload(complete ->
                complete.bucket(Names.ORIGINALS)
                        .key(key)
                        .uploadId(upload)
                        .multipartUpload(parts -> parts.parts(part)));
    }
}
