package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.measure.Cost;
import io.imagehandler.benchmarks.measure.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tables in Markdown, printed as they come and kept for the document.
final class Report {

    private final StringBuilder text = new StringBuilder();
    private final List<List<String>> targets = new ArrayList<>();

    void title(String title) {
        say("\n### " + title + "\n");
    }

    /// The head of a table.
    void head(List<String> columns) {
        row(columns);
        row(columns.stream().map(_ -> "---").toList());
    }

    void row(List<String> cells) {
        say("| " + String.join(" | ", cells) + " |");
    }

    void say(String line) {
        System.out.println(line);
        text.append(line).append('\n');
    }

    /// Holds a figure against what it must not exceed.
    void atMost(String what, double figure, double bar) {
        target(what, figure, "≤", bar, figure <= bar);
    }

    /// Holds a figure against what it must reach.
    void atLeast(String what, double figure, double bar) {
        target(what, figure, "≥", bar, figure >= bar);
    }

    private void target(String what, double figure, String sign, double bar, boolean met) {
        targets.add(
                List.of(what, number(figure), sign + " " + number(bar), met ? "yes" : "**no**"));
    }

    /// The table of all that was held against a bar since the last one.
    void targets() {
        if (targets.isEmpty()) {
            return;
        }
        say("");
        head(List.of("target", "measured", "bar", "met"));
        targets.forEach(this::row);
        targets.clear();
    }

    /// What was printed since the last call.
    String take() {
        String taken = text.toString().strip();
        text.setLength(0);
        return taken;
    }

    /// Median processor time of each of `names`, in ms, with its ratio to that of `base`.
    static List<String> times(Map<String, List<Cost>> costs, List<String> names, String base) {
        var cells = new ArrayList<String>();
        for (String name : names) {
            List<Cost> those = costs.getOrDefault(name, List.of());
            List<Cost> compared = costs.getOrDefault(base, List.of());
            if (those.isEmpty()) {
                cells.add("-");
            } else if (name.equals(base) || compared.isEmpty()) {
                cells.add("%.1f".formatted(median(those)));
            } else {
                cells.add("%.1f · %s".formatted(median(those), ratio(those, compared)));
            }
        }
        return cells;
    }

    static Ratio ratio(List<Cost> those, List<Cost> base) {
        return Ratio.of(micros(those), micros(base));
    }

    static double median(List<Cost> costs) {
        return Ratio.median(micros(costs)) / 1_000;
    }

    private static double[] micros(List<Cost> costs) {
        return costs.stream().mapToDouble(Cost::micros).toArray();
    }

    private static String number(double figure) {
        return (figure >= 20 ? "%.1f" : figure >= 0.99 && figure < 1 ? "%.4f" : "%.2f")
                .formatted(figure);
    }
}
