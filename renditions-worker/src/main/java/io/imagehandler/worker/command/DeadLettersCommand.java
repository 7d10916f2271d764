package io.imagehandler.worker.command;

import io.imagehandler.worker.deadletter.DeadLetterDesk;
import io.imagehandler.worker.deadletter.Selection;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/// Looks after messages that the worker could not work on.
///
/// @param desks opens the desk where that is done, which prints to what it is given
public record DeadLettersCommand(Desks desks) implements Command {

    private static final String REASON = "--reason";
    private static final String ALL = "--all";

    /// Opens the desk for as long as `task` is done at it.
    @FunctionalInterface
    public interface Desks {
        boolean with(PrintStream out, Task task);
    }

    /// What is done at a desk.
    @FunctionalInterface
    public interface Task {

        /// @return whether all is well
        boolean at(DeadLetterDesk desk);
    }

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String summary() {
        return "looks after messages that could not be worked on";
    }

    @Override
    public String help() {
        return """
        dead-letters list [--reason REASON]           each in a line, and how many for each reason
        dead-letters inspect ID                       all that is known of one
        dead-letters redrive [--reason REASON] [ID]   sends them to the worker again
        dead-letters discard --reason REASON|--all|ID removes them for good

        Redriving can be repeated, and broken off at any time: nothing is lost, and what is there
        already is not made again. What nothing can be made of comes back, unless the engine or its
        limits have changed. While this runs nobody else sees the letters; afterwards those
        that stay are back. Settings are those of the worker.
        """;
    }

    @Override
    public boolean run(List<String> arguments, PrintStream out) {
        var words = Words.parse(arguments, Set.of(ALL), Set.of(REASON));
        if (words.plain().isEmpty() || words.plain().size() > 2) {
            throw new WrongUsage(
                    "list, inspect, redrive or discard must follow, and one id at most");
        }
        String id = words.plain().size() == 2 ? words.plain().getLast() : "";
        var which = new Selection(words.value(REASON).orElse(""), id);
        Task task = task(words.plain().getFirst(), which, words.has(ALL));
        return desks.with(out, task);
    }

    private static Task task(String what, Selection which, boolean all) {
        return switch (what) {
            case "list" ->
                    desk -> {
                        desk.list(which);
                        return true;
                    };
            case "inspect" -> {
                require(!which.id().isEmpty(), "inspect needs the id of a letter");
                yield desk -> desk.inspect(which);
            }
            case "redrive" ->
                    desk -> {
                        desk.redrive(which);
                        return true;
                    };
            case "discard" -> {
                boolean some = !which.reason().isEmpty() || !which.id().isEmpty();
                require(some || all, "discard needs --reason, an id, or --all");
                yield desk -> {
                    desk.discard(which);
                    return true;
                };
            }
            default -> throw new WrongUsage("'dead-letters " + what + "' is nothing");
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new WrongUsage(otherwise);
        }
    }
}
