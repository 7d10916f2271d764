package io.imagehandler.infra.operations;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/// What somebody has to look at. Each has its entry in docs/operations.md, under its name.
final class Alarms extends Construct {

    private final Fleet fleet;

    /// @param name also of the entry in the handbook
    /// @param meaning one sentence
    /// @param metric a figure of each minute
    /// @param threshold that it must reach
    /// @param minutes for so long
    private record Condition(
            String name, String meaning, IMetric metric, double threshold, int minutes) {}

    Alarms(Construct scope, String id, Fleet fleet, Topic topic) {
        super(scope, id);
        this.fleet = fleet;
        var action = new SnsAction(topic);
        for (var conditions : List.of(uploads(), requests(), tasks())) {
            conditions.forEach(condition -> alarm(condition).addAlarmAction(action));
        }
    }

    private List<Condition> uploads() {
        var queue = fleet.site().queue();
        return List.of(
                new Condition(
                        "DeadLettersOurs",
                        "Uploads were given up for reasons that are not the picture's.",
                        fleet.worker().deadLettersOurs(),
                        1,
                        1),
                new Condition(
                        "DeadLettersWaiting",
                        "Uploads that nothing could be made of wait to be looked at.",
                        fleet.waiting(queue.deadLetters()),
                        1,
                        1),
                new Condition(
                        "UploadsLate",
                        "The oldest upload has waited for a quarter of an hour.",
                        fleet.oldest(queue.uploads()),
                        900,
                        3),
                new Condition(
                        "WorkersAsleep",
                        "Uploads wait and no worker starts.",
                        fleet.worker().asleep(),
                        1,
                        10));
    }

    private List<Condition> requests() {
        return List.of(
                new Condition(
                        "OnDemandErrors",
                        "Requests fail for reasons that are ours.",
                        fleet.errors(),
                        20,
                        3),
                new Condition(
                        "OnDemandSlow",
                        "One of twenty requests takes 5 s or longer.",
                        fleet.responseTime(),
                        5,
                        5),
                new Condition(
                        "RenderingSlow",
                        "One of twenty renderings takes 4 s or longer; 5 s is the most.",
                        fleet.onDemand().renderTime(),
                        4000,
                        10),
                new Condition(
                        "OverloadShed",
                        "Requests are refused for lack of capacity.",
                        fleet.onDemand().shed(),
                        100,
                        5),
                new Condition(
                        "StylesMissing",
                        "Somebody asks for styles that there are not.",
                        fleet.onDemand().missingStyles(),
                        60,
                        5));
    }

    private List<Condition> tasks() {
        return List.of(
                new Condition(
                        "OnDemandUnhealthy",
                        "A task does not answer its health check.",
                        fleet.unhealthy(),
                        1,
                        5),
                new Condition(
                        "OnDemandMemory",
                        "A task is close to the end of its memory.",
                        fleet.memory(fleet.onDemand().service()),
                        90,
                        5),
                new Condition(
                        "WorkerMemory",
                        "A worker is close to the end of its memory.",
                        fleet.memory(fleet.worker().service()),
                        90,
                        5),
                new Condition(
                        "SpendingHigh",
                        "The tasks cost more an hour than was thought.",
                        fleet.hourlyDollars(),
                        fleet.site().settings().watch().hourlyDollars(),
                        60));
    }

    private Alarm alarm(Condition condition) {
        return Alarm.Builder.create(this, condition.name())
                .alarmDescription(
                        "%s What to do: docs/operations.md, %s."
                                .formatted(condition.meaning(), condition.name()))
                .metric(condition.metric())
                .threshold(condition.threshold())
                .evaluationPeriods(condition.minutes())
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }
}
