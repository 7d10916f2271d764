package io.imagehandler.local.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each row its [Row], fails it if a bar was missed, and has all figures put into one table.
public final class Rows implements ParameterResolver, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(Rows.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Row.class;
    }

    @Override
    public Row resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var ids = test.getTags().stream().sorted().toList();
        var row = Row.of(ids.getFirst());
        row.say(test.getDisplayName());
        test.getStore(OURS).put(Row.class, row);
        return row;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        var row = test.getStore(OURS).get(Row.class, Row.class);
        var figures = new ArrayList<>(row.figures());
        test.getExecutionException()
                .ifPresent(failure ->
                        figures.add(
                                new Row.Figure(
                                        test.getTags().stream().sorted().findFirst().orElse(""),
                                        "came to its end",
                                        "yes",
                                        firstLine(failure),
                                        false)));
        test.getRoot().getStore(OURS).computeIfAbsent(Table.class).add(figures);
        if (test.getExecutionException().isEmpty()) {
            requireAll(figures);
        }
    }

    private static String firstLine(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("");
    }

    private static void requireAll(List<Row.Figure> figures) {
        var missed =
                figures.stream()
                        .filter(figure -> !figure.holds())
                        .map(figure ->
                                "%s: %s, which must be %s"
                                        .formatted(figure.what(), figure.measured(), figure.bar()))
                        .collect(Collectors.joining("; "));
        if (!missed.isEmpty()) {
            throw new AssertionError(missed);
        }
    }
}
