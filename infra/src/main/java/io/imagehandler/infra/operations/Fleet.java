package io.imagehandler.infra.operations;

import io.imagehandler.infra.compute.OnDemandService;
import io.imagehandler.infra.compute.RenditionsWorker;
import io.imagehandler.infra.compute.Site;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.sqs.IQueue;

/// All that is watched, and the figures of it that CloudWatch has.
///
/// @param site what the tasks share
/// @param onDemand the service that makes what is asked for
/// @param worker the service that makes what is uploaded
/// @param distribution what stands before the viewers
public record Fleet(
        Site site, OnDemandService onDemand, RenditionsWorker worker, Distribution distribution) {

    private static final Duration MINUTE = Duration.minutes(1);

    /// List prices of us-east-1 for a vCPU with 2 GiB on ARM for an hour, in dollars; elsewhere and
    /// on other processors up to half as much again.
    private static final double DOLLARS_PER_VCPU_HOUR = 0.0395;

    /// What Spot is of that, roughly.
    private static final double SPOT_SHARE = 0.35;

    Metric waiting(IQueue queue) {
        return queue.metricApproximateNumberOfMessagesVisible(every("Maximum", "waiting"));
    }

    Metric oldest(IQueue queue) {
        return queue.metricApproximateAgeOfOldestMessage(every("Maximum", "oldest, s"));
    }

    Metric errors() {
        return onDemand.door()
                .targets()
                .getMetrics()
                .httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, every("Sum", "5xx"));
    }

    Metric requests() {
        return onDemand.door().targets().getMetrics().requestCount(every("Sum", "requests"));
    }

    Metric responseTime() {
        return onDemand.door().targets().getMetrics().targetResponseTime(every("p95", "p95, s"));
    }

    Metric unhealthy() {
        return onDemand.door()
                .targets()
                .getMetrics()
                .unhealthyHostCount(every("Maximum", "unhealthy"));
    }

    Metric memory(FargateService service) {
        return service.metricMemoryUtilization(every("Maximum", "memory, %"));
    }

    Metric cpu(FargateService service) {
        return service.metricCpuUtilization(every("Average", "processor, %"));
    }

    Metric running(FargateService service) {
        return Metric.Builder.create()
                .namespace("ECS/ContainerInsights")
                .metricName("RunningTaskCount")
                .dimensionsMap(
                        new TreeMap<>(
                                Map.of(
                                        "ClusterName", site.cluster().getClusterName(),
                                        "ServiceName", service.getServiceName())))
                .statistic("Average")
                .period(MINUTE)
                .label("tasks")
                .build();
    }

    /// What the tasks cost in an hour, by list prices: the part of the bill that can run away.
    IMetric hourlyDollars() {
        double workerShare = site.settings().workers().spot() ? SPOT_SHARE : 1;
        return MathExpression.Builder.create()
                .expression(
                        "FILL(ondemand, 0) * %.4f + FILL(workers, 0) * %.4f"
                                .formatted(
                                        site.settings().onDemand().vcpus() * DOLLARS_PER_VCPU_HOUR,
                                        site.settings().workers().vcpus()
                                                * DOLLARS_PER_VCPU_HOUR
                                                * workerShare))
                .usingMetrics(
                        new TreeMap<>(
                                Map.of(
                                        "ondemand", running(onDemand.service()),
                                        "workers", running(worker.service()))))
                .label("tasks, $ per hour")
                .period(MINUTE)
                .build();
    }

    /// One of the distribution's figures, all of which are in us-east-1.
    Metric edge(String name, String statistic) {
        return Metric.Builder.create()
                .namespace("AWS/CloudFront")
                .metricName(name)
                .dimensionsMap(
                        new TreeMap<>(
                                Map.of(
                                        "DistributionId",
                                        distribution.getDistributionId(),
                                        "Region",
                                        "Global")))
                .region("us-east-1")
                .statistic(statistic)
                .period(Duration.minutes(5))
                .build();
    }

    private static MetricOptions every(String statistic, String label) {
        return MetricOptions.builder().statistic(statistic).period(MINUTE).label(label).build();
    }
}
