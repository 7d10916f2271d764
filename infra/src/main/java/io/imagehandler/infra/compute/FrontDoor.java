package io.imagehandler.infra.compute;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.DesyncMitigationMode;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupLoadBalancingAlgorithmType;
import software.constructs.Construct;

/// The internal load balancer, which nobody but CloudFront reaches: it has no public address, and
/// lets in the addresses of CloudFront only.
public final class FrontDoor extends Construct {

    /// Longer than CloudFront's 60 s and shorter than the service's 75 s, so that neither meets a
    /// connection that the other has just closed.
    private static final Duration IDLE = Duration.seconds(65);

    private static final int HTTP = 80;

    private final ApplicationLoadBalancer balancer;
    private final ApplicationListener listener;
    private final ApplicationTargetGroup targets;

    FrontDoor(Construct scope, String id, Site site, FargateService service) {
        super(scope, id);
        SecurityGroup group = site.network().closed(this, "Group", "The load balancer");
        var edges = new OriginFacingAddresses(this, "Edges", site.settings().network());
        group.addIngressRule(edges.peer(), Port.tcp(HTTP), "CloudFront");
        balancer = balancer(site, group);
        listener =
                balancer.addListener(
                        "Http",
                        BaseApplicationListenerProps.builder()
                                .port(HTTP)
                                .protocol(ApplicationProtocol.HTTP)
                                .open(false)
                                .build());
        targets = listener.addTargets("OnDemand", targets(service));
        sayWhy();
    }

    public ApplicationLoadBalancer balancer() {
        return balancer;
    }

    public ApplicationListener listener() {
        return listener;
    }

    public ApplicationTargetGroup targets() {
        return targets;
    }

    private ApplicationLoadBalancer balancer(Site site, SecurityGroup group) {
        return ApplicationLoadBalancer.Builder.create(this, "Balancer")
                .vpc(site.network().vpc())
                .vpcSubnets(site.network().tasks())
                .internetFacing(false)
                .securityGroup(group)
                .idleTimeout(IDLE)
                .dropInvalidHeaderFields(true)
                .desyncMitigationMode(DesyncMitigationMode.STRICTEST)
                .build();
    }

    /// `/health` says no for 35 s before a task goes: three of these, and some.
    private static AddApplicationTargetsProps targets(FargateService service) {
        return AddApplicationTargetsProps.builder()
                .targets(List.of(service))
                .port(ServiceTask.PORT)
                .protocol(ApplicationProtocol.HTTP)
                .loadBalancingAlgorithmType(
                        TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS)
                .deregistrationDelay(Duration.seconds(60))
                .healthCheck(
                        HealthCheck.builder()
                                .path("/health")
                                .interval(Duration.seconds(10))
                                .timeout(Duration.seconds(5))
                                .healthyThresholdCount(2)
                                .unhealthyThresholdCount(3)
                                .healthyHttpCodes("200")
                                .build())
                .build();
    }

    private void sayWhy() {
        var logs =
                NagPackSuppression.builder()
                        .id("AwsSolutions-ELB2")
                        .reason("CloudFront logs each request, and so does the service, with more")
                        .build();
        NagSuppressions.addResourceSuppressions(balancer, List.of(logs));
    }
}
