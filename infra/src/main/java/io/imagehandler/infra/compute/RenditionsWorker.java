package io.imagehandler.infra.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.PropagatedTagSource;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/// Makes what is uploaded: as many tasks as wait for them, none if nothing waits.
///
/// How many there are is left to the scaling: the first deployment starts one task, so that a
/// broken image is noticed, and later ones keep what is.
public final class RenditionsWorker extends Construct {

    /// The most that Fargate gives. The worker takes 100 s at most.
    private static final Duration STOP = Duration.seconds(120);

    private static final String OURS =
            "{ $.message = \"dead letter*\" && ($.reason = \"transient\" || $.reason = \"defect\""
                    + " || $.reason = \"crashed-decoder\" || $.reason = \"bad-message\") }";

    private final FargateService service;
    private final Metric deadLettersOurs;
    private final Metric running;
    private final MathExpression asleep;

    public RenditionsWorker(Construct scope, String id, Site site, IDistribution distribution) {
        super(scope, id);
        ServiceTask task = task(site, distribution);
        service = service(site, task);
        running =
                Metric.Builder.create()
                        .namespace("ECS/ContainerInsights")
                        .metricName("RunningTaskCount")
                        .dimensionsMap(
                                new TreeMap<>(
                                        Map.of(
                                                "ClusterName", site.cluster().getClusterName(),
                                                "ServiceName", service.getServiceName())))
                        .statistic("Average")
                        .period(Duration.minutes(1))
                        .build();
        deadLettersOurs =
                new LogMetrics(this, task.log(), site.metricNamespace())
                        .count("DeadLettersOurs", OURS);
        asleep = WorkerScaling.asleep(site, running);
        new WorkerScaling(this, "Scaling", site, service, running);
    }

    public FargateService service() {
        return service;
    }

    /// How many tasks run.
    public Metric running() {
        return running;
    }

    /// 1 while something waits and no task runs, else 0.
    public MathExpression asleep() {
        return asleep;
    }

    /// Uploads that were given up for reasons that are not the picture's.
    public Metric deadLettersOurs() {
        return deadLettersOurs;
    }

    private ServiceTask task(Site site, IDistribution distribution) {
        var shape =
                new ServiceTask.Shape(
                        site.images().worker(),
                        site.images().architecture(),
                        site.settings().workers().vcpus(),
                        settings(site, distribution),
                        STOP,
                        List.of());
        var task = new ServiceTask(this, "Task", shape);
        task.allow(permissions(site, distribution));
        return task;
    }

    private static Map<String, String> settings(Site site, IDistribution distribution) {
        var all = new TreeMap<>(site.workerSettings());
        all.put("image-handler.invalidation.distribution", distribution.getDistributionId());
        String bus = site.settings().watch().eventBus();
        if (!bus.isEmpty()) {
            all.put("image-handler.events.bus", bus);
        }
        return all;
    }

    private static List<PolicyStatement> permissions(Site site, IDistribution distribution) {
        Permissions may = site.permissions();
        var all = new ArrayList<>(may.readOriginals());
        all.addAll(may.keepRenditions());
        all.addAll(
                List.of(
                        may.readStyles(),
                        may.recordAttempts(),
                        may.workOn("WorkOnUploads", site.queue().uploads()),
                        may.workOn("WorkOnBackfill", site.queue().backfill()),
                        may.send("SendLater", site.queue().uploads()),
                        may.send("GiveUp", site.queue().deadLetters()),
                        Permissions.allow(
                                "ForgetWhatWasReplaced",
                                List.of("cloudfront:CreateInvalidation"),
                                distribution.getDistributionArn())));
        String bus = site.settings().watch().eventBus();
        if (!bus.isEmpty()) {
            all.add(
                    Permissions.allow(
                            "TellApplications", List.of("events:PutEvents"), arn(site, bus)));
        }
        return all;
    }

    private static String arn(Site site, String bus) {
        return bus.startsWith("arn:")
                ? bus
                : Stack.of(site.store())
                        .formatArn(
                                ArnComponents.builder()
                                        .service("events")
                                        .resource("event-bus")
                                        .resourceName(bus)
                                        .build());
    }

    private FargateService service(Site site, ServiceTask task) {
        var group = site.network().callers(this, "Group", "Tasks that make what is uploaded");
        return FargateService.Builder.create(this, "Service")
                .cluster(site.cluster())
                .taskDefinition(task.definition())
                .capacityProviderStrategies(List.of(capacity(site.settings().workers().spot())))
                .securityGroups(List.of(group))
                .vpcSubnets(site.network().tasks())
                .assignPublicIp(false)
                .minHealthyPercent(0)
                .maxHealthyPercent(200)
                .circuitBreaker(DeploymentCircuitBreaker.builder().rollback(true).build())
                .propagateTags(PropagatedTagSource.SERVICE)
                .build();
    }

    /// Spot tasks have two minutes to end, and what they were at comes again by the queue.
    private static CapacityProviderStrategy capacity(boolean spot) {
        return CapacityProviderStrategy.builder()
                .capacityProvider(spot ? "FARGATE_SPOT" : "FARGATE")
                .weight(1)
                .build();
    }
}
