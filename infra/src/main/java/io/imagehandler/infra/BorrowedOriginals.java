package io.imagehandler.infra;

import io.imagehandler.infra.compute.Site;
import io.imagehandler.infra.storage.ImageStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.Distribution;

/// What the owner of an existing bucket of originals has to do, since CloudFormation leaves buckets
/// that it did not make alone: announce uploads, and let CloudFront read.
final class BorrowedOriginals {

    private final Stack stack;
    private final Site site;

    BorrowedOriginals(Stack stack, Site site) {
        this.stack = stack;
        this.site = site;
    }

    void tell(Distribution distribution) {
        output(
                "OriginalsNotification",
                "Announces uploads. It replaces the bucket's notifications: merge those first that"
                        + " `aws s3api get-bucket-notification-configuration` shows",
                "aws s3api put-bucket-notification-configuration --bucket %s".formatted(bucket())
                        + " --notification-configuration '%s'"
                                .formatted(stack.toJsonString(notification())));
        output(
                "OriginalsBucketPolicy",
                "Lets CloudFront read: add these statements to the bucket's policy",
                stack.toJsonString(statements(distribution)));
    }

    private Map<String, Object> notification() {
        return Map.of(
                "QueueConfigurations",
                List.of(
                        new TreeMap<>(
                                Map.of(
                                        "Id",
                                        "ecs-image-handler",
                                        "QueueArn",
                                        site.queue().uploads().getQueueArn(),
                                        "Events",
                                        ImageStore.EVENTS))));
    }

    private List<Map<String, Object>> statements(Distribution distribution) {
        String arn = site.store().originals().getBucketArn();
        return List.of(
                statement("s3:GetObject", arn + "/*", distribution),
                statement("s3:ListBucket", arn, distribution));
    }

    private static Map<String, Object> statement(
            String action, String resource, Distribution distribution) {
        return new TreeMap<>(
                Map.of(
                        "Effect",
                        "Allow",
                        "Principal",
                        Map.of("Service", "cloudfront.amazonaws.com"),
                        "Action",
                        action,
                        "Resource",
                        resource,
                        "Condition",
                        Map.of(
                                "StringEquals",
                                Map.of("AWS:SourceArn", distribution.getDistributionArn()))));
    }

    private String bucket() {
        return site.store().originals().getBucketName();
    }

    private void output(String name, String description, String value) {
        CfnOutput.Builder.create(stack, name).description(description).value(value).build();
    }
}
