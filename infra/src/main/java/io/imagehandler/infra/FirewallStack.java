package io.imagehandler.infra;

import io.imagehandler.infra.settings.ImageServiceSettings;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.BlockActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;
import software.constructs.Construct;

/// A web ACL that blocks an address while it asks too much. CloudFront takes only those of
/// us-east-1, hence a stack of its own; its ARN is a setting of the other one.
final class FirewallStack extends Stack {

    FirewallStack(Construct scope, ImageServiceSettings settings) {
        super(
                scope,
                settings.stackName() + "Firewall",
                StackProps.builder()
                        .description("Blocks addresses that ask too much of the pictures")
                        .env(Environment.builder().region("us-east-1").build())
                        .analyticsReporting(false)
                        .build());
        CfnWebACL acl =
                CfnWebACL.Builder.create(this, "Acl")
                        .scope("CLOUDFRONT")
                        .defaultAction(
                                DefaultActionProperty.builder()
                                        .allow(AllowActionProperty.builder().build())
                                        .build())
                        .rules(List.of(rate(settings.delivery().rateLimit())))
                        .visibilityConfig(visible("Acl"))
                        .build();
        CfnOutput.Builder.create(this, "WebAclArn")
                .description("Deploy the other stack with -c webAclArn=")
                .value(acl.getAttrArn())
                .build();
    }

    private static RuleProperty rate(int limit) {
        var rate =
                RateBasedStatementProperty.builder()
                        .limit(limit)
                        .evaluationWindowSec(300)
                        .aggregateKeyType("IP")
                        .build();
        return RuleProperty.builder()
                .name("Rate")
                .priority(0)
                .statement(StatementProperty.builder().rateBasedStatement(rate).build())
                .action(
                        RuleActionProperty.builder()
                                .block(BlockActionProperty.builder().build())
                                .build())
                .visibilityConfig(visible("Rate"))
                .build();
    }

    private static VisibilityConfigProperty visible(String name) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(true)
                .metricName(name)
                .build();
    }
}
