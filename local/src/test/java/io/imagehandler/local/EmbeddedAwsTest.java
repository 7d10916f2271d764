package io.imagehandler.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class EmbeddedAwsTest {

    @TempDir Path data;

    private final List<ObjectChange> changes = new CopyOnWriteArrayList<>();
    private EmbeddedAws aws;
    private S3Client s3;
    private SqsClient sqs;
    private DynamoDbClient dynamoDb;

    @BeforeEach
    void start() throws IOException {
        start(Delivery.ONCE);
    }

    @AfterEach
    void stop() {
        s3.close();
        sqs.close();
        dynamoDb.close();
        aws.close();
    }

    /// Every event has an id of its own; a queue may deliver one again.
    @Test
    void tellsOnceThatNotificationsAreSetUp() throws IOException {
        var first = received(1);

        restart(Delivery.ONCE);

        assertThat(first).singleElement().asString().contains("\"Event\":\"s3:TestEvent\"");
        assertThat(received(0)).isSubsetOf(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat.jpg", "photos/a b+ü&(1)=%.jpg", "日本/写真 🐈.jpg"})
    void tellsOfAnUpload(String key) {
        drain();

        put(key, "12345");

        assertThat(received(1))
                .singleElement()
                .asString()
                .contains("\"eventName\":\"ObjectCreated:Put\"")
                .contains("\"size\":5,\"eTag\":\"827ccb0eea8a706c4c34a16891f84e7b\"")
                .satisfies(event -> assertThat(keyIn(event)).isEqualTo(key));
        assertThat(changes).extracting(ObjectChange::key).containsExactly(key);
    }

    @Test
    void encodesKeysAsFormsDo() {
        drain();

        put("a b/ü+1.jpg", "x");

        assertThat(received(1))
                .singleElement()
                .asString()
                .contains("\"key\":\"a+b/%C3%BC%2B1.jpg\"");
    }

    @Test
    void tellsOfACopyAndOfAnUploadInParts() {
        put("a.jpg", "x");
        received(2);

        s3.copyObject(copy ->
                copy.sourceBucket(Names.ORIGINALS)
                        .sourceKey("a.jpg")
                        .destinationBucket(Names.ORIGINALS)
                        .destinationKey("b.jpg"));
        putInParts("c.jpg");

        assertThat(received(2))
                .extracting(EmbeddedAwsTest::nameIn)
                .containsExactlyInAnyOrder(
                        "ObjectCreated:Copy", "ObjectCreated:CompleteMultipartUpload");
    }

    @Test
    void tellsOfARemovalButNotOfWhatWasNeverThere() {
        put("a.jpg", "x");
        received(2);

        s3.deleteObject(delete -> delete.bucket(Names.ORIGINALS).key("a.jpg"));
        s3.deleteObject(delete -> delete.bucket(Names.ORIGINALS).key("never.jpg"));

        assertThat(received(1))
                .singleElement()
                .asString()
                .contains("\"eventName\":\"ObjectRemoved:Delete\"")
                .doesNotContain("eTag");
    }

    @Test
    void tellsTheQueueNothingOfTheOtherBucket() {
        drain();

        s3.putObject(
                put -> put.bucket(Names.DERIVED).key("_r/s/a.jpg/thumb"),
                RequestBody.fromString("x"));

        assertThat(received(0)).isEmpty();
        assertThat(changes).extracting(ObjectChange::bucket).containsExactly(Names.DERIVED);
    }

    @Test
    void sendsTwiceIfAskedTo() throws IOException {
        restart(Delivery.TWICE);

        put("a.jpg", "x");

        assertThat(received(3)).filteredOn(body -> body.contains("a.jpg")).hasSize(2);
    }

    @Test
    void ordersTheEventsOfAKeyAlsoOverARestart() throws IOException {
        put("a.jpg", "x");
        put("a.jpg", "y");
        restart(Delivery.ONCE);
        put("a.jpg", "z");

        assertThat(received(4))
                .filteredOn(body -> body.contains("a.jpg"))
                .extracting(EmbeddedAwsTest::sequencerIn)
                .isSorted()
                .hasSize(3);
    }

    @Test
    void keepsObjectsMessagesAndStylesOverARestart() throws IOException {
        put("a.jpg", "kept");
        var styles = new StyleTable(dynamoDb, Names.STYLES);
        styles.put(StyleRow.eager("thumb", "image/resize,w_1"));

        restart(Delivery.ONCE);

        var object = s3.getObjectAsBytes(get -> get.bucket(Names.ORIGINALS).key("a.jpg"));
        assertThat(object.asUtf8String()).isEqualTo("kept");
        assertThat(object.response().contentType()).isEqualTo("image/jpeg");
        assertThat(received(2)).hasSize(2);
        assertThat(new StyleTable(dynamoDb, Names.STYLES).rows())
                .hasSize(3)
                .contains(StyleRow.eager("thumb", "image/resize,w_1"));
    }

    @Test
    void buriesAMessageAfterTenReceives() {
        var attributes =
                sqs.getQueueAttributes(get ->
                                get.queueUrl(queueUrl()).attributeNames(QueueAttributeName.ALL))
                        .attributes();

        assertThat(attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT)).isEqualTo("120");
        assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
                .contains("uploads-dead")
                .contains("10");
    }

    @Test
    void saysWhichKeysFilesCannotHold() {
        put("a", "x");
        put("b/c", "x");

        assertThatThrownBy(() -> put("a/b", "x"))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("cannot hold both 'a' and 'a/b'");
        assertThatThrownBy(() -> put("b", "x")).hasMessageContaining("cannot hold both 'b' and");
        assertThatThrownBy(() -> put("ü".repeat(128), "x")).hasMessageContaining("at most 255");
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        var endpoints = aws.endpoints();

        for (var address : otherAddresses()) {
            for (var uri : List.of(endpoints.s3(), endpoints.sqs(), endpoints.dynamoDb())) {
                assertThatThrownBy(() -> new Socket(address, uri.getPort()).close())
                        .as("%s:%s", address, uri.getPort())
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
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
        s3.completeMultipartUpload(complete ->
                complete.bucket(Names.ORIGINALS)
                        .key(key)
                        .uploadId(upload)
                        .multipartUpload(parts ->
                                parts.parts(
                                        CompletedPart.builder().partNumber(1).eTag(tag).build())));
    }

    private String queueUrl() {
        return sqs.getQueueUrl(get -> get.queueName(Names.QUEUE)).queueUrl();
    }

    /// Takes out what says that notifications are set up.
    private void drain() {
        received(1);
        changes.clear();
    }

    /// The bodies of as many messages as are to be expected, and of any more that are there.
    private List<String> received(int expected) {
        var bodies = new ArrayList<String>();
        await().untilAsserted(() -> {
            bodies.addAll(receive());
            assertThat(bodies).hasSizeGreaterThanOrEqualTo(expected);
        });
        bodies.addAll(receive());
        return bodies;
    }

    private List<String> receive() {
        var messages =
                sqs.receiveMessage(r -> r.queueUrl(queueUrl()).maxNumberOfMessages(10)).messages();
        for (var message : messages) {
            sqs.deleteMessage(d -> d.queueUrl(queueUrl()).receiptHandle(message.receiptHandle()));
        }
        return messages.stream().map(Message::body).toList();
    }

    private static String keyIn(String event) {
        return URLDecoder.decode(find("\"key\":\"([^\"]+)\"", event), UTF_8);
    }

    private static String nameIn(String event) {
        return find("\"eventName\":\"([^\"]+)\"", event);
    }

    private static String sequencerIn(String event) {
        return find("\"sequencer\":\"([^\"]+)\"", event);
    }

    private static String find(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
