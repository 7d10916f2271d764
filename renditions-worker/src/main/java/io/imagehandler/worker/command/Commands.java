package io.imagehandler.worker.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.core.exception.SdkException;

/// Finds the command that was typed, and says how it ended as shells understand it: 0 if all is
/// well, 1 if something is not, 2 if the command was typed wrongly.
///
/// @param all every command
/// @param out where results go
/// @param err where complaints go
public record Commands(List<Command> all, PrintStream out, PrintStream err) {

    private static final int WELL = 0;
    private static final int NOT_WELL = 1;
    private static final int TYPED_WRONGLY = 2;

    public Commands {
        all = List.copyOf(all);
    }

    /// Runs the command that the first argument names.
    ///
    /// @return the exit code, or nothing if there is no command among the arguments: then they are
    ///   for the service
    public OptionalInt run(List<String> arguments) {
        if (arguments.isEmpty() || isSetting(arguments.getFirst())) {
            return OptionalInt.empty();
        }
        String name = arguments.getFirst();
        if (isHelp(name)) {
            out.print(overview());
            return OptionalInt.of(WELL);
        }
        Optional<Command> command = all.stream().filter(one -> one.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            err.printf("There is no command '%s'.%n%n%s", name, overview());
            return OptionalInt.of(TYPED_WRONGLY);
        }
        return OptionalInt.of(run(command.get(), arguments.subList(1, arguments.size())));
    }

    private int run(Command command, List<String> arguments) {
        if (arguments.stream().anyMatch(Commands::isHelp)) {
            out.print(command.help());
            return WELL;
        }
        try {
            return command.run(arguments, out) ? WELL : NOT_WELL;
        } catch (WrongUsage wrong) {
            err.printf("%s.%n%n%s", wrong.getMessage(), command.help());
            return TYPED_WRONGLY;
        } catch (CommandFailed failed) {
            err.printf("%s.%n", failed.getMessage());
            return NOT_WELL;
        } catch (SdkException failed) {
            err.printf("AWS could not be used: %s%n", failed.getMessage());
            return NOT_WELL;
        }
    }

    private String overview() {
        var text = new StringBuilder("Without a command, the worker starts. Commands:\n\n");
        all.forEach(one -> text.append("  %-12s %s%n".formatted(one.name(), one.summary())));
        return text.append("\n<command> --help says more.\n").toString();
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--") && !isHelp(argument);
    }

    private static boolean isHelp(String argument) {
        return argument.equals("--help") || argument.equals("-h") || argument.equals("help");
    }
}
