package io.imagehandler.transformation;

import io.imagehandler.failure.InvalidArgument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What follows the action in one operation of a text, read in one pass. Each value is checked when
/// it is asked for, so an action asks for all of its parameters, even for those that then have no
/// effect.
final class Arguments {

    /// The name of a value that stands alone. An action has either this parameter or named ones.
    static final String BARE = "";

    /// The value of a number that is not given, for parameters that cannot be 0.
    static final int ABSENT = 0;

    private static final Range FLAG = new Range(0, 1);
    private static final int MOST_DIGITS = 10;

    private final String action;
    private final Map<String, String> values = new HashMap<>();

    private Arguments(String action) {
        this.action = action;
    }

    /// The arguments of `segment`, which starts with `action`.
    ///
    /// @throws InvalidArgument for an argument that is none of `parameters`, or is given twice
    static Arguments scan(String segment, String action, List<String> parameters) {
        var arguments = new Arguments(action);
        for (String argument : Pieces.of(segment.substring(action.length()), ',')) {
            arguments.add(argument, parameters);
        }
        return arguments;
    }

    private void add(String argument, List<String> parameters) {
        int underscore = parameters.equals(List.of(BARE)) ? -1 : argument.indexOf('_');
        String name = argument.substring(0, Math.max(underscore, 0));
        if (!parameters.contains(name)) {
            String token = underscore < 0 ? argument : name;
            String allowed = parameters.isEmpty() ? "none" : String.join(", ", parameters);
            throw new InvalidArgument(action, token, allowed, "is not a parameter");
        }
        if (values.putIfAbsent(name, argument.substring(underscore + 1)) != null) {
            throw new InvalidArgument(path(name), argument, "it once", "is given twice");
        }
    }

    /// Whether the parameter is given.
    boolean has(String name) {
        return values.containsKey(name);
    }

    /// The number given for `name`, or `absent`.
    int integer(String name, Range range, int absent) {
        return has(name) ? integer(name, range) : absent;
    }

    /// The number given for `name`, which must be there.
    int integer(String name, Range range) {
        String value = required(name, range.toString());
        if (!isInteger(value)) {
            throw invalid(name, range.toString(), "is not a whole number");
        }
        long number = Long.parseLong(value);
        if (!range.contains(number)) {
            throw invalid(name, range.toString(), "is out of range");
        }
        return (int) number;
    }

    /// Whether `name` is 1 and not 0, or `absent`.
    boolean flag(String name, boolean absent) {
        return integer(name, FLAG, absent ? 1 : 0) == 1;
    }

    /// Whether `name`, which must be there, is 1 and not 0.
    boolean flag(String name) {
        return integer(name, FLAG) == 1;
    }

    /// What the keyword given for `name` stands for, or `absent`.
    <T> T keyword(String name, SortedMap<String, T> words, T absent) {
        return has(name) ? meaning(name, value(name), words) : absent;
    }

    /// What the keyword given for `name`, which must be there, stands for, in any letter case.
    <T> T keywordInAnyCase(String name, SortedMap<String, T> words) {
        String value = required(name, String.join(", ", words.keySet()));
        return meaning(name, Ascii.lowerCase(value), words);
    }

    private <T> T meaning(String name, String word, SortedMap<String, T> words) {
        T meaning = words.get(word);
        if (meaning == null) {
            throw invalid(name, String.join(", ", words.keySet()), "is not known");
        }
        return meaning;
    }

    /// The colour given for `name`, or `absent`.
    Color color(String name, Color absent) {
        return has(name)
                ? Color.parse(value(name))
                        .orElseThrow(() -> invalid(name, "3 or 6 hex digits", "is not a colour"))
                : absent;
    }

    /// The failure of an operation that lacks something.
    InvalidArgument lacks(String what) {
        return new InvalidArgument(action, action, what, "lacks an argument");
    }

    /// The failure of an operation whose value of `name` is none.
    InvalidArgument invalid(String name, String allowed, String problem) {
        return new InvalidArgument(path(name), value(name), allowed, problem);
    }

    private String required(String name, String allowed) {
        if (!has(name)) {
            throw new InvalidArgument(path(name), action, allowed, "lacks an argument");
        }
        return value(name);
    }

    /// The value given for `name` as it is; empty if it is not given.
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    private String path(String name) {
        return name.equals(BARE) ? action : action + "." + name;
    }

    private static boolean isInteger(String value) {
        int digits = value.startsWith("-") ? value.length() - 1 : value.length();
        return digits >= 1
                && digits <= MOST_DIGITS
                && value.chars().skip(value.length() - digits).allMatch(Ascii::isDigit);
    }
}
