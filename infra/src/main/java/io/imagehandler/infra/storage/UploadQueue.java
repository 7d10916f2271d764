package io.imagehandler.infra.storage;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// What the worker is told by: the queue of uploads, a second one that is worked on when the first
/// is empty, and one for what cannot be worked on.
public final class UploadQueue extends Construct {

    private static final Duration VISIBILITY = Duration.seconds(120);
    private static final Duration LONG_POLL = Duration.seconds(20);

    /// The most there is. The age of a dead letter counts from its upload, so both must be alike.
    private static final Duration RETENTION = Duration.days(14);

    /// A backstop: the worker gives up itself, before, and says why.
    private static final int MOST_RECEIVES = 10;

    private final Queue deadLetters;
    private final Queue uploads;
    private final Queue backfill;

    public UploadQueue(Construct scope, String id) {
        super(scope, id);
        deadLetters = queue("DeadLetters").build();
        uploads = queue("Uploads").deadLetterQueue(redrive()).build();
        backfill = queue("Backfill").deadLetterQueue(redrive()).build();
        uploads.addToResourcePolicy(letBucketsSend());
    }

    public Queue uploads() {
        return uploads;
    }

    public Queue backfill() {
        return backfill;
    }

    public Queue deadLetters() {
        return deadLetters;
    }

    /// What must be there before a bucket may be told of the queue: S3 tries it at once.
    CfnResource policy() {
        var policy = uploads.getNode().findChild("Policy").getNode().getDefaultChild();
        if (policy instanceof CfnResource resource) {
            return resource;
        }
        throw new IllegalStateException("the queue of uploads has no policy");
    }

    private Queue.Builder queue(String id) {
        return Queue.Builder.create(this, id)
                .visibilityTimeout(VISIBILITY)
                .receiveMessageWaitTime(LONG_POLL)
                .retentionPeriod(RETENTION)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true);
    }

    private DeadLetterQueue redrive() {
        return DeadLetterQueue.builder().queue(deadLetters).maxReceiveCount(MOST_RECEIVES).build();
    }

    /// Any bucket of this account, not ours by name: ours waits for this policy.
    private PolicyStatement letBucketsSend() {
        return PolicyStatement.Builder.create()
                .sid("BucketsOfThisAccount")
                .principals(List.of(new ServicePrincipal("s3.amazonaws.com")))
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(uploads.getQueueArn()))
                .conditions(
                        Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                .build();
    }
}
