package io.imagehandler.infra.operations;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.constructs.Construct;

/// One page of figures.
final class Figures extends Construct {

    private static final int HALF_THE_PAGE = 12;

    private final Fleet fleet;
    private final Dashboard dashboard;

    Figures(Construct scope, String id, Fleet fleet) {
        super(scope, id);
        this.fleet = fleet;
        dashboard = Dashboard.Builder.create(this, "Dashboard").build();
        uploads();
        requests();
        tasks();
        edge();
    }

    Dashboard dashboard() {
        return dashboard;
    }

    private void uploads() {
        var queue = fleet.site().queue();
        dashboard.addWidgets(
                graph(
                        "Uploads that wait, and for how long",
                        List.of(
                                fleet.waiting(queue.uploads()),
                                fleet.waiting(queue.backfill()),
                                fleet.waiting(queue.deadLetters())),
                        List.of(fleet.oldest(queue.uploads()))),
                graph(
                        "Workers",
                        List.of(fleet.running(fleet.worker().service())),
                        List.of(
                                fleet.cpu(fleet.worker().service()),
                                fleet.memory(fleet.worker().service()))));
    }

    private void requests() {
        dashboard.addWidgets(
                graph(
                        "Requests of what is not stored",
                        List.of(
                                fleet.requests(),
                                fleet.errors(),
                                fleet.onDemand().shed(),
                                fleet.onDemand().missingStyles()),
                        List.of(fleet.responseTime())),
                graph(
                        "On demand",
                        List.of(fleet.running(fleet.onDemand().service())),
                        List.of(
                                fleet.cpu(fleet.onDemand().service()),
                                fleet.memory(fleet.onDemand().service()))));
    }

    private void tasks() {
        dashboard.addWidgets(
                graph("Rendering, ms", List.of(fleet.onDemand().renderTime()), List.of()),
                graph("Cost of the tasks", List.of(fleet.hourlyDollars()), List.of()));
    }

    private void edge() {
        dashboard.addWidgets(
                graph(
                        "The edge: requests and hits",
                        List.of(fleet.edge("Requests", "Sum")),
                        List.of(fleet.edge("CacheHitRate", "Average"))),
                graph(
                        "The edge: errors and bytes",
                        List.of(fleet.edge("BytesDownloaded", "Sum")),
                        List.of(
                                fleet.edge("4xxErrorRate", "Average"),
                                fleet.edge("5xxErrorRate", "Average"))));
    }

    private static GraphWidget graph(String title, List<IMetric> left, List<IMetric> right) {
        return GraphWidget.Builder.create()
                .title(title)
                .width(HALF_THE_PAGE)
                .left(left)
                .right(right)
                .build();
    }
}
