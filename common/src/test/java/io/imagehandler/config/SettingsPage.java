package io.imagehandler.config;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The tables of docs/configuration.md, and what they should say of a record of settings.
public final class SettingsPage {

    private static final Path FILE = Path.of("../docs/configuration.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(image-handler[^`]*)` \\| ([a-z ]+) \\| (`[^`]*`|-) \\|.*");

    private SettingsPage() {}

    /// `name type default` of every row below these headings.
    public static List<String> documented(String... headings) throws IOException {
        String page = Files.readString(FILE);
        return Arrays.stream(headings)
                .flatMap(heading -> section(page, heading).lines())
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row(row.group(1), row.group(2), row.group(3).replace("`", "")))
                .toList();
    }

    /// The same of a record that is bound to `image-handler`, as its components have it.
    public static List<String> declared(Class<? extends Record> settings) {
        return declared("image-handler.", settings).toList();
    }

    private static String section(String page, String heading) {
        int begin = page.indexOf("\n## " + heading + "\n");
        int end = page.indexOf("\n## ", begin + 1);
        return page.substring(begin, end < 0 ? page.length() : end);
    }

    private static Stream<String> declared(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents())
                .flatMap(component -> declared(prefix, component));
    }

    private static Stream<String> declared(String prefix, RecordComponent component) {
        String name = prefix + kebab(component.getName());
        Class<?> type = component.getType();
        return type.isRecord()
                ? declared(name + ".", type)
                : Stream.of(row(name, word(type), defaultOf(component)));
    }

    private static String row(String name, String type, String value) {
        return name + " " + type + " " + value;
    }

    private static String defaultOf(RecordComponent component) {
        // Of the parameter: the annotation may not stand on a component.
        var parameters =
                component.getDeclaringRecord().getDeclaredConstructors()[0].getParameters();
        var names =
                Arrays.stream(component.getDeclaringRecord().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList();
        var value =
                Optional.ofNullable(
                        parameters[names.indexOf(component.getName())].getAnnotation(
                                DefaultValue.class));
        return value.map(DefaultValue::value)
                .map(words -> String.join(",", words))
                .filter(text -> !text.isEmpty())
                .orElse("-");
    }

    private static String word(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Duration.class) {
            return "duration";
        }
        if (type == DataSize.class) {
            return "size";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        if (type == int.class || type == long.class) {
            return "number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "list";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "map";
        }
        return type.isEnum() ? "one of" : type.getName();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
