package io.imagehandler.infra;

import io.imagehandler.infra.compute.Maintenance;
import io.imagehandler.infra.compute.Site;
import io.imagehandler.infra.delivery.ImageDelivery;
import io.imagehandler.infra.operations.Operations;
import java.util.stream.Collectors;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISubnet;

/// What one needs next: names, and commands to try.
final class Outputs {

    private final Stack stack;
    private final Site site;

    Outputs(Stack stack, Site site) {
        this.stack = stack;
        this.site = site;
    }

    void add(ImageDelivery delivery, Maintenance maintenance, Operations operations) {
        String url = "https://" + delivery.distribution().getDistributionDomainName();
        String originals = site.store().originals().getBucketName();
        String styles = site.tables().styles().getTableName();
        output("DistributionUrl", "Where pictures are", url);
        output("DistributionId", "Of CloudFront", delivery.distribution().getDistributionId());
        output("OriginalsBucket", "Where pictures are uploaded", originals);
        output("DerivedBucket", "Renditions: a cache", site.store().derived().getBucketName());
        output("AccessLogsBucket", "Who asked", site.store().accessLogs().getBucketName());
        output("StyleTable", "Named transformations", styles);
        output("AttemptTable", "What was tried", site.tables().attempts().getTableName());
        output("UploadQueueUrl", "Uploads", site.queue().uploads().getQueueUrl());
        output("BackfillQueueUrl", "What may wait", site.queue().backfill().getQueueUrl());
        output("DeadLetterQueueUrl", "Given up", site.queue().deadLetters().getQueueUrl());
        output("KeyValueStoreArn", "Keys of signatures", delivery.store().getKeyValueStoreArn());
        output("AlarmTopicArn", "Subscribe to be told", operations.topic().getTopicArn());
        output(
                "DashboardUrl",
                "Figures",
                "https://%s.console.aws.amazon.com/cloudwatch/home#dashboards:name=%s"
                        .formatted(stack.getRegion(), operations.dashboard().getDashboardName()));
        output(
                "TryUpload",
                "Uploads a picture and shows it",
                "aws s3 cp cat.jpg s3://%s/cat.jpg && curl -I %s/cat.jpg"
                        .formatted(originals, url));
        output("TryStyle", "Makes a style, to be asked for as cat.jpg@!thumb", style(styles));
        output(
                "AddSigningKey",
                "Lets the edge know a key; secrets have 32 to 512 characters",
                addKey(delivery.store().getKeyValueStoreArn()));
        output(
                "RunBackfill",
                "Makes a style of what was uploaded before it",
                run(maintenance, "\"backfill\",\"--style\",\"thumb\""));
        output("RunReconcile", "Finds what events did not tell", run(maintenance, "\"reconcile\""));
        if (!site.store().ownOriginals()) {
            new BorrowedOriginals(stack, site).tell(delivery.distribution());
        }
    }

    private static String style(String table) {
        return ("aws dynamodb put-item --table-name %s --item '{\"id\":{\"S\":\"thumb\"},"
                        + "\"style\":{\"S\":\"image/resize,m_fill,w_200,h_200\"},\"eager\":{\"BOOL\":true}}'")
                .formatted(table);
    }

    private static String addKey(String store) {
        return ("aws cloudfront-keyvaluestore put-key --kvs-arn %1$s --key key:k1 --value SECRET"
                        + " --if-match $(aws cloudfront-keyvaluestore describe-key-value-store"
                        + " --kvs-arn %1$s --query ETag --output text)")
                .formatted(store);
    }

    private String run(Maintenance maintenance, String command) {
        String subnets =
                site.network().vpc().selectSubnets(site.network().tasks()).getSubnets().stream()
                        .map(ISubnet::getSubnetId)
                        .collect(Collectors.joining(","));
        return ("aws ecs run-task --cluster %s --launch-type FARGATE --task-definition %s"
                        + " --network-configuration 'awsvpcConfiguration={subnets=[%s],securityGroups=[%s]}'"
                        + " --overrides '{\"containerOverrides\":[{\"name\":\"%s\",\"command\":[%s]}]}'")
                .formatted(
                        site.cluster().getClusterName(),
                        maintenance.definition().getFamily(),
                        subnets,
                        maintenance.group().getSecurityGroupId(),
                        maintenance.container(),
                        command);
    }

    private void output(String name, String description, String value) {
        CfnOutput.Builder.create(stack, name).description(description).value(value).build();
    }
}
