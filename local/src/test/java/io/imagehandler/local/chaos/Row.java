package io.imagehandler.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What a row measures, held against its bars. Nothing stops at the first bar that is missed: the
/// row fails at its end, with all its figures. Safe for use by many threads.
public final class Row {

    /// One line of the report.
    ///
    /// @param bar what must hold; empty if the figure is only told
    public record Figure(String row, String what, String bar, String measured, boolean holds) {}

    private final String id;
    private final List<Figure> figures;
    private final long begin = System.nanoTime();

    Row(String id, List<Figure> figures) {
        this.id = id;
        this.figures = figures;
    }

    static Row of(String id) {
        return new Row(id, new ArrayList<>());
    }

    /// The same for the bars of another row that is measured along.
    public Row also(String other) {
        return new Row(other, figures);
    }

    /// How long the row's load lasts: as the specification says, or as many seconds as
    /// `-Dchaos.seconds` says.
    public static Duration seconds(int specified) {
        return Duration.ofSeconds(Integer.getInteger("chaos.seconds", specified));
    }

    /// How many of something: as the specification says, or as `-Dchaos.count` says.
    public static int count(int specified) {
        return Integer.getInteger("chaos.count", specified);
    }

    /// Which random orders are tried, by their seeds: from 1 on as many as the specification says,
    /// or `-Dchaos.seeds` of them from `-Dchaos.seed` on.
    public static List<Integer> seeds(int specified) {
        var first = Integer.getInteger("chaos.seed", 1);
        return IntStream.range(first, first + Integer.getInteger("chaos.seeds", specified))
                .boxed()
                .toList();
    }

    /// Progress.
    public void say(String text) {
        System.out.printf(
                Locale.ROOT, "%-3s %5.1f s  %s%n", id, (System.nanoTime() - begin) / 1e9, text);
    }

    /// A figure without a bar.
    public void tell(String what, String measured) {
        add(new Figure(id, what, "", measured, true));
    }

    public void atMost(String what, double measured, double bar, String unit) {
        add(
                new Figure(
                        id,
                        what,
                        "≤ " + number(bar, unit),
                        number(measured, unit),
                        measured <= bar));
    }

    public void atLeast(String what, double measured, double bar, String unit) {
        add(
                new Figure(
                        id,
                        what,
                        "≥ " + number(bar, unit),
                        number(measured, unit),
                        measured >= bar));
    }

    public void is(String what, Object measured, Object bar) {
        add(new Figure(id, what, bar.toString(), measured.toString(), measured.equals(bar)));
    }

    /// A bar of any kind.
    public void holds(String what, String bar, String measured, boolean holds) {
        add(new Figure(id, what, bar, measured, holds));
    }

    private void add(Figure figure) {
        synchronized (figures) {
            figures.add(figure);
        }
        var verdict =
                figure.bar().isEmpty()
                        ? ""
                        : " (%s) %s".formatted(figure.bar(), figure.holds() ? "holds" : "MISSED");
        say(figure.what() + ": " + figure.measured() + verdict);
    }

    List<Figure> figures() {
        synchronized (figures) {
            return List.copyOf(figures);
        }
    }

    private static String number(double number, String unit) {
        var text = Math.abs(number) < 10 && number != Math.rint(number) ? "%.2f" : "%.0f";
        return (text.formatted(number) + " " + unit).strip();
    }
}
