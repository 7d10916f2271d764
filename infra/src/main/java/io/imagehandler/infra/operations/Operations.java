package io.imagehandler.infra.operations;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.imagehandler.infra.compute.Maintenance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// Alarms, one page of figures, and the topic by which somebody is told.
public final class Operations extends Construct {

    private final Topic topic;
    private final Figures figures;

    public Operations(Construct scope, String id, Fleet fleet, Maintenance maintenance) {
        super(scope, id);
        topic = topic(fleet.site().settings().watch().alarmEmail());
        figures = new Figures(this, "Figures", fleet);
        new Alarms(this, "Alarms", fleet, topic);
        tellOfFailedTasks(maintenance);
    }

    public Topic topic() {
        return topic;
    }

    public Dashboard dashboard() {
        return figures.dashboard();
    }

    private Topic topic(String email) {
        Topic made = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
        if (!email.isEmpty()) {
            made.addSubscription(new EmailSubscription(email));
        }
        var encryption =
                NagPackSuppression.builder()
                        .id("AwsSolutions-SNS2")
                        .reason(
                                "Alarms cannot publish by AWS' own key, one of ours costs a dollar a"
                                        + " month, and names of alarms are no secret")
                        .build();
        NagSuppressions.addResourceSuppressions(made, List.of(encryption));
        return made;
    }

    /// A reconcile or a backfill that failed tells by its exit code only.
    private void tellOfFailedTasks(Maintenance maintenance) {
        Rule.Builder.create(this, "MaintenanceFailed")
                .description(
                        "A reconcile or backfill failed: docs/operations.md, MaintenanceFailed.")
                .eventPattern(
                        EventPattern.builder()
                                .source(List.of("aws.ecs"))
                                .detailType(List.of("ECS Task State Change"))
                                .detail(
                                        new TreeMap<>(
                                                Map.of(
                                                        "lastStatus",
                                                        List.of("STOPPED"),
                                                        "group",
                                                        List.of(
                                                                "family:"
                                                                        + maintenance
                                                                                .definition()
                                                                                .getFamily()),
                                                        "containers",
                                                        Map.of(
                                                                "exitCode",
                                                                List.of(
                                                                        Map.of(
                                                                                "anything-but",
                                                                                List.of(0)))))))
                                .build())
                .targets(List.of(new SnsTopic(topic)))
                .build();
    }
}
