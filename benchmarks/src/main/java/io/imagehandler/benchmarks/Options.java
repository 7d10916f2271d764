package io.imagehandler.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was typed behind the command.
///
/// @param parts to measure, in this order
/// @param rounds that are counted, 1 to 999
/// @param photo a JPEG of one's own to take for the drawn one of 12 megapixels
/// @param pictures a folder of pictures of one's own for the encoders
/// @param write whether the tables also go into docs/performance.md
record Options(
        List<Part> parts,
        int rounds,
        Optional<Path> photo,
        Optional<Path> pictures,
        boolean write) {

    static final String HELP =
            """
            ./run bench [options] [part...]    measure, and print tables in Markdown

            Parts (all if none is named), each of one to four minutes:
              engine    each case by each contender: processor time, ratios over interleaved rounds
              eager     ten renditions of an upload, from one decode and each alone
              sharing   how near renditions of a shared decode are to such made alone
              codecs    bytes at equal similarity, and time, of settings of JPEG and WebP (24 pictures)
              avif      the same of AVIF, on the same pictures at half their size
              http      the on-demand service against sharp behind node, without and with S3 (needs npm)
              defaults  without S3, with what each does by default, at equal similarity (needs npm)
              s3        the clients that could ask S3 for the services: processor time, latency, memory
              uploads   from upload until all renditions are stored
              slots     uploads that wait, by the slots of one worker (a minute and a half a round)
              growth    cost by pixels and by styles
              memory    50,000 renderings by one process, and what it holds
              micro     the grammar, by JMH

            Options:
              --rounds=N         rounds that are counted (default 7)
              --photo=FILE       a photograph (JPEG) to take for the drawn one of 12 megapixels
              --pictures=FOLDER  pictures to try the settings of encoders on, for the drawn ones
              --write            put the tables into docs/performance.md too
            """;

    /// @throws IllegalArgumentException naming what is not understood
    static Options parse(List<String> arguments) {
        var parts = new ArrayList<Part>();
        int rounds = 7;
        Optional<Path> photo = Optional.empty();
        Optional<Path> pictures = Optional.empty();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String value = argument.substring(equals + 1);
            switch (equals < 0 ? argument : argument.substring(0, equals)) {
                case "--rounds" -> rounds = number(value);
                case "--photo" -> photo = Optional.of(there(value));
                case "--pictures" -> pictures = Optional.of(there(value));
                case "--write" -> {}
                default -> parts.add(Part.named(argument));
            }
        }
        return new Options(
                parts.isEmpty() ? List.of(Part.values()) : List.copyOf(parts),
                rounds,
                photo,
                pictures,
                arguments.contains("--write"));
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException("'" + text + "' is not a number of rounds");
        }
        return Integer.parseInt(text);
    }

    private static Path there(String text) {
        Path path = Path.of(text);
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("'" + text + "' cannot be read");
        }
        return path.toAbsolutePath();
    }
}
