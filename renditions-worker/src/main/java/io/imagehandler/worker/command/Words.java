package io.imagehandler.worker.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was typed behind a command, told apart.
///
/// @param plain what is no option, in its order
/// @param options by their names with `--`; a flag's value is empty
record Words(List<String> plain, Map<String, String> options) {

    Words {
        plain = List.copyOf(plain);
        options = Map.copyOf(options);
    }

    /// @param flags the options without a value
    /// @param valued the options with one, given as `--name value` or `--name=value`
    /// @throws WrongUsage if there is another option, one without its value, or one twice
    static Words parse(List<String> arguments, Set<String> flags, Set<String> valued) {
        var plain = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                plain.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? "" : word.substring(equals + 1);
            if (!valued.contains(name) && !(flags.contains(name) && equals < 0)) {
                throw new WrongUsage("There is no option '" + word + "'");
            }
            if (valued.contains(name) && equals < 0) {
                value = next(rest, name);
            }
            if (options.put(name, value) != null) {
                throw new WrongUsage("'" + name + "' is given twice");
            }
        }
        return new Words(plain, options);
    }

    private static String next(Iterator<String> rest, String name) {
        if (!rest.hasNext()) {
            throw new WrongUsage("'" + name + "' needs a value");
        }
        return rest.next();
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }
}
