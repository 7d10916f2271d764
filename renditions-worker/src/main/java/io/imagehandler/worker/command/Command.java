package io.imagehandler.worker.command;

import java.io.PrintStream;
import java.util.List;

/// Something that operators do by name.
public interface Command {

    /// The first word.
    String name();

    /// One line of what it does.
    String summary();

    /// What `--help` prints behind the name: its words and options, over several lines.
    String help();

    /// Does it.
    ///
    /// @param arguments what was typed behind the name
    /// @param out where the results go
    /// @return whether all is well; if not, `out` says what is not
    /// @throws WrongUsage if the arguments are not of [#help]
    /// @throws CommandFailed if it could not be done, in words for operators
    boolean run(List<String> arguments, PrintStream out);
}
