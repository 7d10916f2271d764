package io.imagehandler.local.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a service is started, other than where AWS is.
///
/// @param before the command that starts the JVM, if any: `taskset -c 0`
/// @param flags of the JVM
/// @param environment variables besides the usual ones
/// @param settings of the service, as `name=value`
public record Launch(
        List<String> before,
        List<String> flags,
        Map<String, String> environment,
        List<String> settings) {

    /// The container that memory is held against, in megabytes. Nothing enforces it here: the JVM
    /// is told of it, and the process is measured against it.
    public static final int CONTAINER = 2048;

    public Launch {
        before = List.copyOf(before);
        flags = List.copyOf(flags);
        environment = Map.copyOf(environment);
        settings = List.copyOf(settings);
    }

    /// As its image starts it: what is given here comes on top of the options that are there.
    public static Launch shipped() {
        return new Launch(List.of(), List.of("-XX:MaxRAM=" + CONTAINER + "m"), Map.of(), List.of());
    }

    /// From its jar.
    public static Launch usual() {
        return new Launch(
                List.of(),
                List.of(
                        "-XX:MaxRAM=" + CONTAINER + "m",
                        "-XX:MaxRAMPercentage=40",
                        "-XX:+ExitOnOutOfMemoryError"),
                Map.of("MALLOC_ARENA_MAX", "2"),
                List.of());
    }

    /// On one processor.
    public Launch onOneProcessor() {
        return new Launch(List.of("taskset", "-c", "0"), flags, environment, settings);
    }

    /// On what processor time the others leave, until [ServiceProcess#giveItsShare()].
    public Launch inIdleTime() {
        return new Launch(List.of("chrt", "--idle", "0"), flags, environment, settings);
    }

    public Launch with(String setting, String value) {
        return new Launch(before, flags, environment, plus(settings, setting + "=" + value));
    }

    public Launch withFlag(String flag) {
        return new Launch(before, plus(flags, flag), environment, settings);
    }

    Launch withVariables(Map<String, String> variables) {
        var more = new HashMap<>(environment);
        more.putAll(variables);
        return new Launch(before, flags, more, settings);
    }

    private static List<String> plus(List<String> list, String one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
