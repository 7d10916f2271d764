package io.imagehandler.local.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All figures of a run, left at its end as `target/chaos/table.txt`.
final class Table implements AutoCloseable {

    private static final Path FILE = Path.of("target", "chaos", "table.txt");
    private static final int WIDEST = 60;

    private final List<Row.Figure> figures = new ArrayList<>();

    void add(List<Row.Figure> more) {
        figures.addAll(more);
    }

    @Override
    public void close() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, toString(), UTF_8);
    }

    @Override
    public String toString() {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("Row", "Figure", "Bar", "Measured", ""));
        for (var figure : figures) {
            lines.add(
                    List.of(
                            figure.row(),
                            figure.what(),
                            figure.bar(),
                            figure.measured(),
                            verdict(figure)));
        }
        return lines.stream().map(line -> line(line, widths(lines))).collect(Collectors.joining());
    }

    private static String verdict(Row.Figure figure) {
        if (figure.bar().isEmpty()) {
            return "";
        }
        return figure.holds() ? "passed" : "NOT PASSED";
    }

    private static List<Integer> widths(List<List<String>> lines) {
        var widths = new ArrayList<Integer>();
        for (var column = 0; column < lines.getFirst().size(); column++) {
            var at = column;
            widths.add(lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0));
        }
        return widths;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        var line = new StringBuilder();
        for (var column = 0; column < cells.size(); column++) {
            var width = Math.min(WIDEST, widths.get(column));
            var cell = cells.get(column);
            line.append(cell).repeat(" ", Math.max(0, width - cell.length())).append("  ");
        }
        return line.toString().stripTrailing() + "\n";
    }
}
