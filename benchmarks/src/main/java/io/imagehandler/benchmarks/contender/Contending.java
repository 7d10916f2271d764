package io.imagehandler.benchmarks.contender;

import static java.util.Objects.requireNonNull;

import io.imagehandler.benchmarks.measure.Case;
import io.imagehandler.benchmarks.measure.ProcessorClock;
import io.imagehandler.engine.thumbnailator.ThumbnailatorEngine;
import io.imagehandler.failure.UnsupportedFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The process of a Java contender: `vips`, `java` (our engine without libvips) or `thumbnailator`.
public final class Contending {

    private final ProcessorClock clock = new ProcessorClock();
    private final Map<String, Case> cases = new HashMap<>();
    private final Map<String, byte[]> sources = new HashMap<>();
    private final Maker maker;
    private final Many many;

    private Contending(Maker maker, Path cases, Path pictures) throws IOException {
        this.maker = maker;
        this.many = new Many(maker);
        for (Case one : Case.read(cases)) {
            this.cases.put(one.name(), one);
            sources.put(one.source(), Files.readAllBytes(pictures.resolve(one.source())));
        }
    }

    /// @param arguments who; the file of cases; the folder of pictures
    public static void main(String[] arguments) throws IOException {
        var contending =
                new Contending(maker(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int comma = line.lastIndexOf(',');
            System.out.println(
                    contending.answer(
                            line.substring(0, comma), Integer.parseInt(line.substring(comma + 1))));
        }
    }

    private static Maker maker(String who) {
        return switch (who) {
            case "vips" -> Renderings.byVips();
            case "java" -> new Renderings(new ThumbnailatorEngine());
            case "thumbnailator" -> new PlainThumbnailator();
            default -> throw new IllegalArgumentException("nobody is called " + who);
        };
    }

    private String answer(String work, int repeats) throws IOException {
        long bytes = 0;
        long before = clock.nanos();
        try {
            if (work.equals("many small")) {
                bytes = many.make(repeats);
            } else {
                for (int i = 0; i < repeats; i++) {
                    bytes = once(work);
                }
            }
        } catch (UnsupportedOperationException | UnsupportedFormat cannot) {
            return "! " + cannot.getMessage();
        }
        long micros = (clock.nanos() - before) / 1_000 / repeats;
        return micros + "," + bytes;
    }

    private long once(String work) throws IOException {
        Case wanted = cases.get(work);
        if (wanted != null) {
            return maker.make(source(wanted.source()), wanted);
        }
        if (!(maker instanceof Renderings product)) {
            throw new UnsupportedOperationException(work);
        }
        byte[] photo = source("photo-12mp.jpg");
        if (work.startsWith("together ")) {
            return product.together(photo, Stream.of(work.split(" ")).skip(1).toList());
        }
        return switch (work) {
            case "eager together" -> product.together(photo, Eager.TEXTS);
            case "eager alone" ->
                    Eager.TEXTS.stream()
                            .mapToLong(text -> product.together(photo, List.of(text)))
                            .sum();
            default -> throw new UnsupportedOperationException(work);
        };
    }

    private byte[] source(String name) {
        return requireNonNull(sources.get(name), name);
    }
}
