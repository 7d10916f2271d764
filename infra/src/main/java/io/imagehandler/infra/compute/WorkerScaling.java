package io.imagehandler.infra.compute;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.AdjustmentTier;
import software.amazon.awscdk.services.applicationautoscaling.AdjustmentType;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.CustomizedMetricSpecificationProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricDataQueryProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricDimensionProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricStatProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty;
import software.amazon.awscdk.services.applicationautoscaling.ScalableTarget;
import software.amazon.awscdk.services.applicationautoscaling.ServiceNamespace;
import software.amazon.awscdk.services.applicationautoscaling.StepScalingAction;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.ApplicationScalingAction;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/// As many workers as keep what waits below 30 messages for each, from none.
///
/// Backfill counts a tenth, for it may wait. While there is no task one message counts as 31: by
/// the plain quotient, up to 30 messages would stay at the target and nothing would ever start.
/// Should CloudWatch not track a target from zero, a step starts the first task.
final class WorkerScaling extends Construct {

    /// A minute that an upload may wait, by 2 s that one takes.
    static final int MESSAGES_PER_TASK = 30;

    static final String BACKLOG_PER_TASK =
            "IF(FILL(tasks, 0) > 0, (FILL(uploads, 0) + CEIL(FILL(backfill, 0) / 10)) / FILL(tasks, 1),"
                    + " (FILL(uploads, 0) + CEIL(FILL(backfill, 0) / 10)) * 31)";

    private static final String ASLEEP =
            "IF(FILL(tasks, 0) < 1 AND FILL(uploads, 0) + FILL(backfill, 0) > 0, 1, 0)";

    private final Site site;
    private final FargateService service;

    WorkerScaling(Construct scope, String id, Site site, FargateService service, Metric running) {
        super(scope, id);
        this.site = site;
        this.service = service;
        ScalableTarget target = target();
        trackBacklog(target, running);
        wake(target, running);
    }

    private ScalableTarget target() {
        var target =
                ScalableTarget.Builder.create(this, "Tasks")
                        .serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension("ecs:service:DesiredCount")
                        .resourceId(
                                "service/%s/%s"
                                        .formatted(
                                                site.cluster().getClusterName(),
                                                service.getServiceName()))
                        .minCapacity(site.settings().workers().min())
                        .maxCapacity(site.settings().workers().max())
                        .build();
        target.getNode().addDependency(service);
        return target;
    }

    private void trackBacklog(ScalableTarget target, Metric running) {
        var metrics =
                List.of(
                        statistic("uploads", waiting(site.queue().uploads())),
                        statistic("backfill", waiting(site.queue().backfill())),
                        statistic("tasks", running),
                        TargetTrackingMetricDataQueryProperty.builder()
                                .id("backlog")
                                .expression(BACKLOG_PER_TASK)
                                .returnData(true)
                                .build());
        CfnScalingPolicy.Builder.create(this, "Backlog")
                .policyName("BacklogPerTask")
                .policyType("TargetTrackingScaling")
                .scalingTargetId(target.getScalableTargetId())
                .targetTrackingScalingPolicyConfiguration(
                        TargetTrackingScalingPolicyConfigurationProperty.builder()
                                .targetValue(MESSAGES_PER_TASK)
                                .scaleOutCooldown(30)
                                .scaleInCooldown(300)
                                .customizedMetricSpecification(
                                        CustomizedMetricSpecificationProperty.builder()
                                                .metrics(metrics)
                                                .build())
                                .build())
                .build();
    }

    private void wake(ScalableTarget target, Metric running) {
        var step =
                StepScalingAction.Builder.create(this, "First")
                        .scalingTarget(target)
                        .adjustmentType(AdjustmentType.EXACT_CAPACITY)
                        .cooldown(Duration.minutes(1))
                        .build();
        step.addAdjustment(AdjustmentTier.builder().adjustment(1).lowerBound(0).build());
        var asleep =
                Alarm.Builder.create(this, "Asleep")
                        .alarmDescription("Starts the first worker; nobody is told.")
                        .metric(asleep(site, running))
                        .threshold(1)
                        .evaluationPeriods(1)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                        .treatMissingData(TreatMissingData.NOT_BREACHING)
                        .build();
        asleep.addAlarmAction(new ApplicationScalingAction(step));
    }

    /// 1 while something waits and no task runs, else 0.
    static MathExpression asleep(Site site, Metric running) {
        return MathExpression.Builder.create()
                .expression(ASLEEP)
                .usingMetrics(
                        new TreeMap<>(
                                Map.of(
                                        "tasks", running,
                                        "uploads", waiting(site.queue().uploads()),
                                        "backfill", waiting(site.queue().backfill()))))
                .label("waiting without a worker")
                .period(Duration.minutes(1))
                .build();
    }

    private static Metric waiting(IQueue queue) {
        return Metric.Builder.create()
                .namespace("AWS/SQS")
                .metricName("ApproximateNumberOfMessagesVisible")
                .dimensionsMap(Map.of("QueueName", queue.getQueueName()))
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .build();
    }

    private static Map<String, Object> dimensions(Metric metric) {
        return Objects.requireNonNullElse(metric.getDimensions(), Map.of());
    }

    private static TargetTrackingMetricDataQueryProperty statistic(String id, Metric metric) {
        var dimensions =
                dimensions(metric).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(dimension ->
                                TargetTrackingMetricDimensionProperty.builder()
                                        .name(dimension.getKey())
                                        .value(String.valueOf(dimension.getValue()))
                                        .build())
                        .toList();
        var what =
                TargetTrackingMetricProperty.builder()
                        .namespace(metric.getNamespace())
                        .metricName(metric.getMetricName())
                        .dimensions(dimensions)
                        .build();
        return TargetTrackingMetricDataQueryProperty.builder()
                .id(id)
                .metricStat(
                        TargetTrackingMetricStatProperty.builder()
                                .metric(what)
                                .stat(metric.getStatistic())
                                .build())
                .returnData(false)
                .build();
    }
}
