package io.imagehandler.local;

import io.imagehandler.local.s3.Delivery;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was typed behind the command, as settings.
final class Arguments {

    /// What `--help` prints.
    static final String HELP =
            """
            Runs the whole product on this machine: S3, SQS, DynamoDB, both services and the edge.
            Everything listens on 127.0.0.1 only and is kept in one folder. Ctrl-C ends it.

              --edge-port=8080        where pictures are asked for
              --on-demand-port=8081   the service that renders what is asked for
              --management-port=8090  what the former tells operators: metrics, health, explanations
              --worker-port=8082      the service that renders what is uploaded
              --s3-port=9000          S3
              --sqs-port=9324         SQS
              --dynamodb-port=8000    DynamoDB
              --data=.local           the folder that everything is kept in; remove it to begin anew
              --engine=auto           what renders: auto, vips or thumbnailator
              --libvips=              the path of libvips' file; empty: where it usually is
              --signing=off           which URLs must be signed: off (none), ad-hoc (all but originals and
                                      styles) or all
              --events=once           how S3 tells of uploads: once, twice, or shuffled (twice, in any
                                      order); real S3 promises nothing better than the last
              --services=own          who runs the services: own (this command) or external (you, by
                                      the variables in on-demand.env and renditions-worker.env of the
                                      folder, as in containers)
              --help                  prints this
            """;

    private final Map<String, String> values = new LinkedHashMap<>();

    private Arguments() {
        HELP.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("--") && line.contains("="))
                .map(line -> line.split("=| ", 3))
                .forEach(words -> values.put(words[0], words[1]));
    }

    /// @throws Refusal naming the argument, if one is unknown or its value cannot be
    static Settings parse(List<String> arguments) {
        var parsed = new Arguments();
        arguments.forEach(parsed::take);
        return new Settings(
                parsed.port("--edge-port"),
                parsed.port("--on-demand-port"),
                parsed.port("--management-port"),
                parsed.port("--worker-port"),
                parsed.port("--s3-port"),
                parsed.port("--sqs-port"),
                parsed.port("--dynamodb-port"),
                parsed.path("--data"),
                parsed.choice("--engine", Settings.Engine.values()),
                parsed.text("--libvips"),
                parsed.choice("--events", Delivery.values()),
                parsed.choice("--signing", Settings.Signing.values()),
                parsed.choice("--services", Settings.Host.values()));
    }

    private void take(String argument) {
        var equals = argument.indexOf('=');
        var name = equals < 0 ? argument : argument.substring(0, equals);
        if (!values.containsKey(name)) {
            throw new Refusal(
                    "There is no setting '%s': --help lists those there are".formatted(name));
        }
        if (equals < 0) {
            throw new Refusal("%s needs a value, as in %s=%s".formatted(name, name, text(name)));
        }
        values.put(name, argument.substring(equals + 1));
    }

    private String text(String name) {
        return values.getOrDefault(name, "");
    }

    private int port(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException _) {
            throw new Refusal("%s must be a port's number but is '%s'".formatted(name, text(name)));
        }
    }

    private Path path(String name) {
        try {
            if (!text(name).isBlank()) {
                return Path.of(text(name));
            }
        } catch (InvalidPathException _) {
            // said below
        }
        throw new Refusal("%s must be a folder's path but is '%s'".formatted(name, text(name)));
    }

    private <E extends Enum<E>> E choice(String name, E[] choices) {
        return Arrays.stream(choices)
                .filter(choice -> word(choice).equals(text(name)))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "%s must be one of %s but is '%s'"
                                        .formatted(
                                                name,
                                                String.join(
                                                        ", ",
                                                        Arrays.stream(choices)
                                                                .map(Arguments::word)
                                                                .toList()),
                                                text(name))));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
