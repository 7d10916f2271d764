package io.imagehandler.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/// What can be measured by itself.
enum Part {
    ENGINE,
    EAGER,
    SHARING,
    CODECS,
    AVIF,
    HTTP,
    DEFAULTS,
    S3,
    UPLOADS,
    SLOTS,
    GROWTH,
    MEMORY,
    MICRO;

    /// As it is typed.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if there is none
    static Part named(String word) {
        return Arrays.stream(values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no option or part '" + word + "'"));
    }
}
