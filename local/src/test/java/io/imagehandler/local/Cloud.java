package io.imagehandler.local;

import io.imagehandler.local.aws.AccessKey;
import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Endpoints;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.dynamodb.AttemptTable;
import io.imagehandler.local.dynamodb.StyleTable;
import io.imagehandler.local.service.ServiceSettings;
import io.imagehandler.local.service.Services;
import io.imagehandler.local.sqs.UploadQueue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// An AWS that is not ours: everything that the product needs is made in it by AWS's own calls.
final class Cloud {

    private Cloud() {}

    /// Starts the product on it.
    static Stage stage(URI endpoint, Path folder) throws IOException, InterruptedException {
        setUp(endpoint);
        var endpoints = Endpoints.all(endpoint);
        var libvips = System.getProperty("imagehandler.libvips", "");
        var settings = new ServiceSettings(endpoints, AccessKey.LOCAL, "auto", libvips);
        var ports =
                new Product.Ports(
                        FreePort.any(),
                        new Services.Ports(FreePort.any(), FreePort.any(), FreePort.any()));
        var product =
                Product.start(
                        settings,
                        ports,
                        SignedUrls.none(),
                        new Product.Place(folder, Services.processes(folder)));
        return new Stage(product, endpoints, folder, product::close);
    }

    private static void setUp(URI endpoint) {
        try (var s3 = Clients.s3(endpoint);
                var sqs = Clients.sqs(endpoint);
                var dynamoDb = Clients.dynamoDb(endpoint)) {
            makeBucket(s3, Names.ORIGINALS);
            makeBucket(s3, Names.DERIVED);
            var queue = UploadQueue.in(sqs, Names.QUEUE, Names.DEAD_LETTERS).url();
            admit(sqs, queue);
            notify(s3, UploadQueue.arn(sqs, queue));
            var styles = new StyleTable(dynamoDb, Names.STYLES);
            if (styles.create()) {
                StyleTable.SEEDS.forEach(styles::put);
            }
            new AttemptTable(dynamoDb, Names.ATTEMPTS).create();
        }
    }

    private static void makeBucket(S3Client s3, String name) {
        if (s3.listBuckets().buckets().stream().map(Bucket::name).noneMatch(name::equals)) {
            s3.createBucket(create -> create.bucket(name));
        }
    }

    private static void admit(SqsClient sqs, String queue) {
        var policy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                "Principal":{"Service":"s3.amazonaws.com"},"Action":"sqs:SendMessage",
                "Resource":"%s","Condition":{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::%s"}}}]}
                """
                        .formatted(UploadQueue.arn(sqs, queue), Names.ORIGINALS);
        sqs.setQueueAttributes(
                set -> set.queueUrl(queue).attributes(Map.of(QueueAttributeName.POLICY, policy)));
    }

    private static void notify(S3Client s3, String queueArn) {
        s3.putBucketNotificationConfiguration(put ->
                put.bucket(Names.ORIGINALS)
                        .notificationConfiguration(configuration ->
                                configuration.queueConfigurations(
                                        List.of(
                                                QueueConfiguration.builder()
                                                        .queueArn(queueArn)
                                                        .events(
                                                                Event.S3_OBJECT_CREATED,
                                                                Event.S3_OBJECT_REMOVED)
                                                        .build()))));
    }
}
