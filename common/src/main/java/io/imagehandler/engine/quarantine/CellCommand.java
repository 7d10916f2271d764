package io.imagehandler.engine.quarantine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a cell is started.
///
/// @param program with its arguments
/// @param addressSpace what it may map, in bytes
/// @param processorTime what it may work in its whole life
public record CellCommand(List<String> program, long addressSpace, Duration processorTime) {

    /// The shell limits itself and then becomes the program, under the same process id. A limit
    /// that the system does not know is left out, and one that is lower already stays.
    private static final String LIMITED =
            "ulimit -c 0; ulimit -t \"$1\"; ulimit -v \"$2\"; shift 2; exec \"$@\"";

    /// All that it is told of the world: no credentials, no addresses.
    private static final Map<String, String> ENVIRONMENT =
            Map.of("MALLOC_ARENA_MAX", "2", "LANG", "C.UTF-8");

    public CellCommand {
        program = List.copyOf(program);
    }

    Process start() {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED, "quarantine"));
        command.add(String.valueOf(processorTime.toSeconds()));
        command.add(String.valueOf(addressSpace >> 10));
        command.addAll(program);
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        // What a dying process says of itself is not for anybody's log.
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
