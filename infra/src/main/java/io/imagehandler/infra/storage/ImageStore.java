package io.imagehandler.infra.storage;

import io.imagehandler.infra.settings.Storage;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucket.NotificationConfigurationProperty;
import software.amazon.awscdk.services.s3.CfnBucket.QueueConfigurationProperty;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/// The buckets: of originals, of what is made of them, and of who asked for what.
public final class ImageStore extends Construct {

    /// The events that the worker understands.
    public static final List<String> EVENTS = List.of("s3:ObjectCreated:*", "s3:ObjectRemoved:*");

    private static final Duration ACCESS_LOGS = Duration.days(90);

    private final boolean ownOriginals;
    private final Bucket accessLogs;
    private final IBucket originals;
    private final Bucket derived;

    public ImageStore(Construct scope, String id, Storage settings, UploadQueue queue) {
        super(scope, id);
        ownOriginals = settings.originalsBucket().isEmpty();
        accessLogs = accessLogs(settings);
        originals = originals(settings, queue);
        derived = derived(settings);
    }

    /// Whether the bucket of originals is this stack's; if not, its owner has to announce uploads.
    public boolean ownOriginals() {
        return ownOriginals;
    }

    public IBucket originals() {
        return originals;
    }

    public Bucket derived() {
        return derived;
    }

    public Bucket accessLogs() {
        return accessLogs;
    }

    private IBucket originals(Storage settings, UploadQueue queue) {
        if (!ownOriginals) {
            return Bucket.fromBucketName(this, "Originals", settings.originalsBucket());
        }
        var noncurrent =
                LifecycleRule.builder()
                        .id("forget-noncurrent-versions")
                        .noncurrentVersionExpiration(Duration.days(settings.noncurrentDays()))
                        .expiredObjectDeleteMarker(true)
                        .build();
        Bucket bucket =
                bucket("Originals", "originals/")
                        .versioned(settings.versionedOriginals())
                        .lifecycleRules(
                                settings.versionedOriginals()
                                        ? List.of(abortUploads(), noncurrent)
                                        : List.of(abortUploads()))
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        announce(bucket, queue);
        return bucket;
    }

    /// By the property of the bucket: the CDK's own way is a function that may change the
    /// notifications of every bucket.
    private static void announce(Bucket bucket, UploadQueue queue) {
        if (bucket.getNode().getDefaultChild() instanceof CfnBucket resource) {
            var queues =
                    EVENTS.stream()
                            .map(event ->
                                    QueueConfigurationProperty.builder()
                                            .event(event)
                                            .queue(queue.uploads().getQueueArn())
                                            .build())
                            .toList();
            resource.setNotificationConfiguration(
                    NotificationConfigurationProperty.builder()
                            .queueConfigurations(queues)
                            .build());
            resource.addResourceDependency(queue.policy());
        }
    }

    /// A cache: all of it can be made again. Renditions of styles stay; of what requests spelt out
    /// there is no end.
    private Bucket derived(Storage settings) {
        var adhoc =
                LifecycleRule.builder()
                        .id("forget-ad-hoc-renditions")
                        .prefix("_r/x/")
                        .expiration(Duration.days(settings.adhocRenditionDays()))
                        .build();
        return bucket("Derived", "derived/")
                .lifecycleRules(List.of(abortUploads(), adhoc))
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private Bucket accessLogs(Storage settings) {
        var forget = LifecycleRule.builder().id("forget").expiration(ACCESS_LOGS).build();
        return protectedBucket("AccessLogs")
                // CloudFront's standard logs are delivered by access control lists.
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
                .lifecycleRules(List.of(forget))
                .removalPolicy(settings.keepData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    private Bucket.Builder bucket(String id, String logPrefix) {
        return protectedBucket(id)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .serverAccessLogsBucket(accessLogs)
                .serverAccessLogsPrefix(logPrefix);
    }

    private Bucket.Builder protectedBucket(String id) {
        return Bucket.Builder.create(this, id)
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true);
    }

    private static LifecycleRule abortUploads() {
        return LifecycleRule.builder()
                .id("abort-uploads")
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build();
    }
}
