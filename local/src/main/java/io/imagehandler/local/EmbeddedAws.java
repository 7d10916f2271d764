package io.imagehandler.local;

import io.imagehandler.local.aws.AccessKey;
import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Endpoints;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.dynamodb.AttemptTable;
import io.imagehandler.local.dynamodb.StyleTable;
import io.imagehandler.local.dynamodb.TableServer;
import io.imagehandler.local.s3.Delivery;
import io.imagehandler.local.s3.Notifications;
import io.imagehandler.local.s3.ObjectListener;
import io.imagehandler.local.s3.ObjectStore;
import io.imagehandler.local.sqs.QueueServer;
import io.imagehandler.local.sqs.UploadQueue;
import java.io.IOException;
import java.nio.file.Path;
import software.amazon.awssdk.services.sqs.SqsClient;

/// S3, SQS and DynamoDB in this process, on loopback, with everything on disk: the buckets, the
/// queue that hears of uploads and that of backfills, and the tables of styles and attempts.
public final class EmbeddedAws implements AutoCloseable {

    /// Where each answers: 1 to 65535; S3 also takes 0 for any free port.
    public record Ports(int s3, int sqs, int dynamoDb) {}

    private final QueueServer queues;
    private final SqsClient sqs;
    private final ObjectStore objects;
    private final TableServer tables;

    private EmbeddedAws(
            QueueServer queues, SqsClient sqs, ObjectStore objects, TableServer tables) {
        this.queues = queues;
        this.sqs = sqs;
        this.objects = objects;
        this.tables = tables;
    }

    /// Starts all three on what an earlier start left in `data`, or anew.
    ///
    /// @param listener told of every change in S3, after the queue
    public static EmbeddedAws start(
            Ports ports, Path data, Delivery delivery, ObjectListener listener) throws IOException {
        var queues = QueueServer.start(ports.sqs(), data.resolve("sqs"));
        var sqs = Clients.sqs(queues.endpoint());
        var queue = UploadQueue.in(sqs, Names.QUEUE, Names.DEAD_LETTERS, queues);
        UploadQueue.in(sqs, Names.BACKFILL, Names.DEAD_LETTERS, queues);
        var notifications = new Notifications(Names.ORIGINALS, sqs, queue.url(), delivery);
        if (queue.isNew()) {
            notifications.sendTestEvent();
        }
        var objects = startObjects(ports.s3(), data.resolve("s3"), notifications.andThen(listener));
        var tables = TableServer.start(ports.dynamoDb(), data.resolve("dynamodb"));
        makeTables(tables);
        return new EmbeddedAws(queues, sqs, objects, tables);
    }

    public Endpoints endpoints() {
        return new Endpoints(objects.endpoint(), queues.endpoint(), tables.endpoint());
    }

    /// Who is last to be asked is last to end: uploads first, then the queue.
    @Override
    public void close() {
        objects.close();
        tables.close();
        sqs.close();
        queues.close();
    }

    private static ObjectStore startObjects(int port, Path folder, ObjectListener listener)
            throws IOException {
        ObjectStore.makeBucket(folder, Names.ORIGINALS);
        ObjectStore.makeBucket(folder, Names.DERIVED);
        return ObjectStore.start(port, folder, AccessKey.LOCAL, listener);
    }

    private static void makeTables(TableServer tables) {
        try (var client = Clients.dynamoDb(tables.endpoint())) {
            var styles = new StyleTable(client, Names.STYLES);
            if (styles.create()) {
                StyleTable.SEEDS.forEach(styles::put);
            }
            new AttemptTable(client, Names.ATTEMPTS).create();
        }
    }
}
