package io.imagehandler.infra.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The context of the CDK: the values of `-c name=value`, which are texts, and those of `cdk.json`.
/// It remembers what it was asked for. Not safe for use by many threads.
public final class Context {

    /// Ours are plain words; those of the CDK itself have colons, slashes and the like.
    private static final Pattern OURS = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private final Map<String, ?> values;
    private final Map<String, String> asked = new LinkedHashMap<>();

    public Context(Map<String, ?> values) {
        this.values = values;
    }

    /// The names asked for so far, with their defaults as one would type them.
    public Map<String, String> asked() {
        return Map.copyOf(asked);
    }

    /// @throws WrongContext if there is a setting that nobody asked for
    public void refuseUnknown() {
        for (String name : new TreeSet<>(values.keySet())) {
            if (OURS.matcher(name).matches() && !asked.containsKey(name)) {
                throw new WrongContext(
                        "there is no setting "
                                + name
                                + "; there are "
                                + String.join(", ", new TreeSet<>(asked.keySet())));
            }
        }
    }

    String text(String name, String otherwise) {
        asked.put(name, otherwise);
        Object value = values.get(name);
        return value == null ? otherwise : String.valueOf(value).strip();
    }

    List<String> list(String name) {
        asked.put(name, "");
        Object value = values.get(name);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        String text = value == null ? "" : String.valueOf(value);
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    int number(String name, int otherwise, int least, int most) {
        String text = text(name, Integer.toString(otherwise));
        int number = wholeNumber(name, text);
        if (number < least || number > most) {
            throw new WrongContext(
                    "%s must be between %d and %d but is %d".formatted(name, least, most, number));
        }
        return number;
    }

    boolean flag(String name, boolean otherwise) {
        return oneOf(name, Boolean.toString(otherwise), List.of("true", "false")).equals("true");
    }

    String oneOf(String name, String otherwise, List<String> choices) {
        String text = text(name, otherwise);
        if (!choices.contains(text)) {
            throw new WrongContext(
                    "%s must be one of %s but is %s"
                            .formatted(name, String.join(", ", choices), text));
        }
        return text;
    }

    private static int wholeNumber(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notOne) {
            throw new WrongContext("%s must be a whole number but is %s".formatted(name, text));
        }
    }
}
