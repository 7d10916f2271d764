package io.imagehandler.infra.compute;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.imagehandler.infra.settings.Network;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// The addresses from which CloudFront asks origins, as the region's managed prefix list.
///
/// Its id differs by region. Looking it up at synth would need credentials, so that is done while
/// the stack is deployed, unless the settings name it.
final class OriginFacingAddresses extends Construct {

    private static final String LIST = "com.amazonaws.global.cloudfront.origin-facing";
    private static final String FOUND = "PrefixLists.0.PrefixListId";

    private final String prefixList;

    OriginFacingAddresses(Construct scope, String id, Network settings) {
        super(scope, id);
        prefixList = settings.prefixList().isEmpty() ? lookedUp() : settings.prefixList();
    }

    IPeer peer() {
        return Peer.prefixList(prefixList);
    }

    private String lookedUp() {
        var call =
                AwsSdkCall.builder()
                        .service("EC2")
                        .action("describeManagedPrefixLists")
                        .parameters(
                                Map.of(
                                        "Filters",
                                        List.of(
                                                new TreeMap<>(
                                                        Map.of(
                                                                "Name",
                                                                "prefix-list-name",
                                                                "Values",
                                                                List.of(LIST))))))
                        .outputPaths(List.of(FOUND))
                        .physicalResourceId(PhysicalResourceId.of(LIST))
                        .build();
        var mayLook =
                PolicyStatement.Builder.create()
                        .actions(List.of("ec2:DescribeManagedPrefixLists"))
                        .resources(List.of("*"))
                        .build();
        var lookUp =
                AwsCustomResource.Builder.create(this, "LookUp")
                        .onUpdate(call)
                        .policy(AwsCustomResourcePolicy.fromStatements(List.of(mayLook)))
                        .installLatestAwsSdk(false)
                        .logGroup(
                                LogGroup.Builder.create(this, "Log")
                                        .retention(RetentionDays.ONE_MONTH)
                                        .removalPolicy(RemovalPolicy.DESTROY)
                                        .build())
                        .build();
        sayWhy(lookUp);
        return lookUp.getResponseField(FOUND);
    }

    private void sayWhy(AwsCustomResource lookUp) {
        NagSuppressions.addResourceSuppressions(
                lookUp,
                List.of(because("AwsSolutions-IAM5", "EC2 has no resource for this action")),
                true);
        var function = Stack.of(this).getNode().tryFindChild("AWS679f53fac002430cb0da5b7982bd2287");
        if (function != null) {
            NagSuppressions.addResourceSuppressions(
                    function,
                    List.of(
                            because(
                                    "AwsSolutions-IAM4",
                                    "The CDK's function, which runs at deployments only, writes"
                                            + " its log by AWS' own policy for that"),
                            because("AwsSolutions-L1", "The CDK chooses its function's runtime")),
                    true);
        }
    }

    private static NagPackSuppression because(String rule, String reason) {
        return NagPackSuppression.builder().id(rule).reason(reason).build();
    }
}
