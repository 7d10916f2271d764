package io.imagehandler.local.chaos;

import io.imagehandler.local.EmbeddedAws;
import io.imagehandler.local.FreePort;
import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Endpoints;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.chaos.proxy.FaultProxy;
import io.imagehandler.local.s3.Delivery;
import io.imagehandler.local.s3.ObjectListener;
import java.io.IOException;
import java.nio.file.Path;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The embedded S3, SQS and DynamoDB, each behind a proxy. Whoever is tested is given the proxies;
/// the row itself goes past them.
public final class FaultyAws implements AutoCloseable {

    private final EmbeddedAws aws;
    private final FaultProxy s3;
    private final FaultProxy sqs;
    private final FaultProxy dynamoDb;
    private final S3Client client;

    private FaultyAws(EmbeddedAws aws) throws IOException {
        this.aws = aws;
        this.s3 = FaultProxy.before(aws.endpoints().s3());
        this.sqs = FaultProxy.before(aws.endpoints().sqs());
        this.dynamoDb = FaultProxy.before(aws.endpoints().dynamoDb());
        this.client = Clients.s3(aws.endpoints().s3());
    }

    /// @param folder where everything is kept
    public static FaultyAws start(Path folder) throws IOException {
        return start(folder, Delivery.ONCE, _ -> {});
    }

    /// @param delivery of the events of uploads
    /// @param listener told of every change in S3
    public static FaultyAws start(Path folder, Delivery delivery, ObjectListener listener)
            throws IOException {
        var ports = new EmbeddedAws.Ports(0, FreePort.any(), FreePort.any());
        return new FaultyAws(EmbeddedAws.start(ports, folder.resolve("aws"), delivery, listener));
    }

    /// Through the proxies.
    public Endpoints faulty() {
        return new Endpoints(s3.uri(), sqs.uri(), dynamoDb.uri());
    }

    /// Past the proxies.
    public Endpoints direct() {
        return aws.endpoints();
    }

    public FaultProxy s3() {
        return s3;
    }

    public FaultProxy sqs() {
        return sqs;
    }

    public FaultProxy dynamoDb() {
        return dynamoDb;
    }

    /// Past the proxy; of this thing, which closes it.
    public S3Client client() {
        return client;
    }

    /// Past the proxy.
    public void upload(String key, byte[] bytes) {
        client.putObject(
                put -> put.bucket(Names.ORIGINALS).key(key).contentType("image/jpeg"),
                RequestBody.fromBytes(bytes));
    }

    /// Removes all renditions, past the proxy.
    ///
    /// @return how many there were
    public int emptyDerived() {
        var gone = 0;
        for (var page : client.listObjectsV2Paginator(list -> list.bucket(Names.DERIVED))) {
            var keys =
                    page.contents().stream()
                            .map(S3Object::key)
                            .map(key -> ObjectIdentifier.builder().key(key).build())
                            .toList();
            if (!keys.isEmpty()) {
                client.deleteObjects(
                        delete -> delete.bucket(Names.DERIVED).delete(d -> d.objects(keys)));
            }
            gone += keys.size();
        }
        return gone;
    }

    @Override
    public void close() throws IOException {
        client.close();
        s3.close();
        sqs.close();
        dynamoDb.close();
        aws.close();
    }
}
