package io.imagehandler.request;

import io.imagehandler.failure.InvalidArgument;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The short way to ask for a resize: `Resize,width=<n>,height=<n>[,format=<f>][,quality=<n>]`.
final class ShortForm {

    /// What each parameter is spelled out to, in the order of the text.
    private enum Parameter {
        WIDTH("width", ",w_"),
        HEIGHT("height", ",h_"),
        FORMAT("format", "/format,"),
        QUALITY("quality", "/quality,Q_");

        private final String word;
        private final String text;

        Parameter(String word, String text) {
            this.word = word;
            this.text = text;
        }
    }

    private ShortForm() {}

    /// The text of `image/...` that means the same. Its values are as they were given.
    ///
    /// @throws InvalidArgument for another verb, an unknown or repeated parameter, a value with
    ///   `/`, or without width and height
    static String spelledOut(String text) {
        String[] words = text.split(",", -1);
        if (!words[0].equals("Resize")) {
            throw invalid(words[0], "Resize", "is not known");
        }
        Map<Parameter, String> given = new EnumMap<>(Parameter.class);
        Arrays.stream(words).skip(1).forEach(word -> add(given, word));
        if (!given.containsKey(Parameter.WIDTH) && !given.containsKey(Parameter.HEIGHT)) {
            throw invalid(text, "width or height", "lacks an argument");
        }
        return Arrays.stream(Parameter.values())
                .filter(given::containsKey)
                .map(parameter -> parameter.text + given.get(parameter))
                .collect(Collectors.joining("", "image/resize", ""));
    }

    private static void add(Map<Parameter, String> given, String word) {
        int equals = word.indexOf('=');
        String value = word.substring(equals + 1);
        if (value.indexOf('/') >= 0) {
            throw invalid(word, "a value without '/'", "has a '/'");
        }
        if (given.putIfAbsent(parameter(word, equals), value) != null) {
            throw invalid(word, "it once", "is given twice");
        }
    }

    private static Parameter parameter(String word, int equals) {
        return Arrays.stream(Parameter.values())
                .filter(parameter ->
                        equals >= 0 && word.substring(0, equals).equals(parameter.word))
                .findFirst()
                .orElseThrow(() -> invalid(word, words(), "is not a parameter"));
    }

    private static String words() {
        return Arrays.stream(Parameter.values())
                .map(parameter -> parameter.word)
                .collect(Collectors.joining(", "));
    }

    private static InvalidArgument invalid(String token, String allowed, String problem) {
        return new InvalidArgument("im", token, allowed, problem);
    }
}
