package io.imagehandler.infra.compute;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TimeZone;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.scheduler.CronOptionsWithTimezone;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.TimeWindow;
import software.amazon.awscdk.services.scheduler.targets.EcsRunFargateTask;
import software.constructs.Construct;

/// What the worker's image does beside uploads, as tasks that end: `reconcile` every night, which
/// finds what events did not tell, and by hand anything else, such as `backfill --style thumb`.
/// They look and ask the worker; they change nothing themselves.
public final class Maintenance extends Construct {

    private static final Duration STOP = Duration.seconds(120);

    private final ServiceTask task;
    private final SecurityGroup group;

    public Maintenance(Construct scope, String id, Site site) {
        super(scope, id);
        task = task(site);
        group = site.network().callers(this, "Group", "Tasks that reconcile and backfill");
        nightly(site);
    }

    public FargateTaskDefinition definition() {
        return task.definition();
    }

    /// The container, to whom commands are given.
    public String container() {
        return task.container().getContainerName();
    }

    public SecurityGroup group() {
        return group;
    }

    private ServiceTask task(Site site) {
        var shape =
                new ServiceTask.Shape(
                        site.images().worker(),
                        site.images().architecture(),
                        1,
                        site.workerSettings(),
                        STOP,
                        List.of("reconcile"));
        var made = new ServiceTask(this, "Task", shape);
        Permissions may = site.permissions();
        var statements = new ArrayList<>(may.readOriginals());
        statements.addAll(may.seeRenditions());
        statements.addAll(
                List.of(
                        may.readStyles(),
                        may.recordRuns(),
                        may.sendAndCount("AskTheWorker", site.queue().backfill())));
        made.allow(statements);
        return made;
    }

    private void nightly(Site site) {
        var target =
                EcsRunFargateTask.Builder.create(site.cluster())
                        .taskDefinition(task.definition())
                        .vpcSubnets(site.network().tasks())
                        .securityGroups(List.of(group))
                        .assignPublicIp(false)
                        .retryAttempts(2)
                        .maxEventAge(Duration.hours(2))
                        .build();
        Schedule.Builder.create(this, "Nightly")
                .description("Finds what events did not tell")
                .schedule(atNight())
                .timeWindow(TimeWindow.flexible(Duration.minutes(30)))
                .target(target)
                .build();
    }

    private static ScheduleExpression atNight() {
        return ScheduleExpression.cron(
                CronOptionsWithTimezone.builder()
                        .hour("3")
                        .minute("0")
                        .timeZone(TimeZone.ETC_UTC)
                        .build());
    }
}
