package io.imagehandler.benchmarks.contender;

import java.util.List;
import java.util.stream.Stream;

/// What the worker makes of an upload: five widths, each as JPEG and WebP.
final class Eager {

    static final List<String> TEXTS =
            Stream.of(1_600, 800, 400, 200, 100)
                    .flatMap(width ->
                            Stream.of(
                                    "image/resize,w_" + width + "/quality,Q_80/format,jpg",
                                    "image/resize,w_" + width + "/quality,Q_75/format,webp"))
                    .toList();

    private Eager() {}
}
