package io.imagehandler.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was typed behind the command that signs.
///
/// @param secretFile empty if the secret is in the environment
record SignArguments(String url, String keyId, Duration valid, String secretFile) {

    private static final String SECRET = "IMAGE_HANDLER_SIGNING_SECRET";
    private static final String SEE_HELP = "; --help says how it is used";
    private static final Pattern TIME = Pattern.compile("([0-9]{1,7})([smhd])");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1));

    /// @throws IllegalArgumentException saying what is wrong
    static SignArguments parse(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        options.put("--key-id", "k1");
        options.put("--expires", "1h");
        options.put("--secret-file", "");
        List<String> urls = new ArrayList<>();
        var words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (!word.startsWith("-")) {
                urls.add(word);
            } else if (!options.containsKey(word)) {
                throw new IllegalArgumentException("There is no option " + word + SEE_HELP);
            } else if (!words.hasNext()) {
                throw new IllegalArgumentException(word + " needs a value" + SEE_HELP);
            } else {
                options.put(word, words.next());
            }
        }
        if (urls.size() != 1) {
            throw new IllegalArgumentException(
                    "There must be one URL but there are " + urls.size() + SEE_HELP);
        }
        return new SignArguments(
                urls.getFirst(),
                options.getOrDefault("--key-id", ""),
                time(options.getOrDefault("--expires", "")),
                options.getOrDefault("--secret-file", ""));
    }

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "--expires must be like 90s, 30m, 12h or 7d but is '" + text + "'");
        }
        return UNITS.getOrDefault(matcher.group(2), Duration.ZERO)
                .multipliedBy(Long.parseLong(matcher.group(1)));
    }

    /// @throws IOException if the file cannot be read
    /// @throws IllegalArgumentException if there is none
    String secret(Map<String, String> environment) throws IOException {
        if (!secretFile.isEmpty()) {
            return Files.readString(Path.of(secretFile)).strip();
        }
        String secret = environment.getOrDefault(SECRET, "");
        if (secret.isEmpty()) {
            throw new IllegalArgumentException(
                    "The secret must be in the environment as " + SECRET + " or in --secret-file");
        }
        return secret;
    }
}
