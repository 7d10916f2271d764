package io.imagehandler.infra.compute;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.BasicStepScalingPolicyProps;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.applicationautoscaling.ScalingInterval;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.PropagatedTagSource;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/// Makes what is asked for and not stored: at least two tasks in two zones, more when they are
/// busy.
public final class OnDemandService extends Construct {

    /// Above what the service takes: 35 s in which it goes on serving, 15 s for requests, 10 s for
    /// storing.
    private static final Duration STOP = Duration.seconds(90);

    private static final int BUSY_PERCENT = 60;
    private static final int SHED_PER_MINUTE = 60;
    private static final int MORE_WHEN_SHED = 2;
    private static final Duration OUT = Duration.seconds(30);
    private static final Duration IN = Duration.seconds(300);

    private final FargateService service;
    private final FrontDoor door;
    private final Metric shed;
    private final Metric renderTime;
    private final Metric missingStyles;

    public OnDemandService(Construct scope, String id, Site site) {
        super(scope, id);
        ServiceTask task = task(site);
        service = service(site, task);
        door = new FrontDoor(this, "FrontDoor", site, service);
        var log = new LogMetrics(this, task.log(), site.metricNamespace());
        shed = log.count("Shed", "{ $.outcome = \"shed\" }");
        renderTime = log.p95("RenderTime", "renderMs");
        missingStyles = log.count("MissingStyles", "{ $.code = \"NoSuchStyle\" }");
        scale(site);
    }

    public FargateService service() {
        return service;
    }

    public FrontDoor door() {
        return door;
    }

    /// Requests refused for lack of capacity.
    public Metric shed() {
        return shed;
    }

    /// From inspecting an original to the finished rendition, in milliseconds.
    public Metric renderTime() {
        return renderTime;
    }

    /// Requests for styles that there are not.
    public Metric missingStyles() {
        return missingStyles;
    }

    private ServiceTask task(Site site) {
        var shape =
                new ServiceTask.Shape(
                        site.images().onDemand(),
                        site.images().architecture(),
                        site.settings().onDemand().vcpus(),
                        site.serviceSettings(),
                        STOP,
                        List.of());
        var task = new ServiceTask(this, "Task", shape);
        Permissions may = site.permissions();
        var statements = new ArrayList<PolicyStatement>();
        statements.addAll(may.readOriginals());
        statements.addAll(may.keepRenditions());
        statements.addAll(List.of(may.readStyles(), may.readAttempts()));
        task.allow(statements);
        return task;
    }

    private FargateService service(Site site, ServiceTask task) {
        var group = site.network().callers(this, "Group", "Tasks that make what is asked for");
        return FargateService.Builder.create(this, "Service")
                .cluster(site.cluster())
                .taskDefinition(task.definition())
                .securityGroups(List.of(group))
                .vpcSubnets(site.network().tasks())
                .assignPublicIp(false)
                .minHealthyPercent(100)
                .maxHealthyPercent(200)
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.ENABLED)
                .healthCheckGracePeriod(Duration.seconds(30))
                .circuitBreaker(DeploymentCircuitBreaker.builder().rollback(true).build())
                .propagateTags(PropagatedTagSource.SERVICE)
                .build();
    }

    /// On what all are busy with, and at once on what they had to refuse.
    private void scale(Site site) {
        var count =
                service.autoScaleTaskCount(
                        EnableScalingProps.builder()
                                .minCapacity(site.settings().onDemand().min())
                                .maxCapacity(site.settings().onDemand().max())
                                .build());
        count.scaleOnCpuUtilization(
                "Busy",
                CpuUtilizationScalingProps.builder()
                        .targetUtilizationPercent(BUSY_PERCENT)
                        .scaleOutCooldown(OUT)
                        .scaleInCooldown(IN)
                        .build());
        count.scaleOnMetric(
                "Shedding",
                BasicStepScalingPolicyProps.builder()
                        .metric(shed)
                        .cooldown(OUT)
                        .scalingSteps(
                                List.of(
                                        ScalingInterval.builder()
                                                .upper(SHED_PER_MINUTE)
                                                .change(0)
                                                .build(),
                                        ScalingInterval.builder()
                                                .lower(SHED_PER_MINUTE)
                                                .change(MORE_WHEN_SHED)
                                                .build()))
                        .build());
    }
}
