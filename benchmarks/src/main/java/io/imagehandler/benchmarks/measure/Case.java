package io.imagehandler.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One picture to be made, the same for each contender.
///
/// @param source a file's name in the folder of pictures
/// @param width of the result in pixels; its height follows
/// @param format `jpg`, `webp`, `avif` or `gif`
/// @param quality 1 to 100; 0 where the format has none
/// @param effort of the encoder, as libvips counts it; 0 where the format has none
public record Case(String name, String source, int width, String format, int quality, int effort) {

    /// The cases of a file with a header and a line for each.
    public static List<Case> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(Case::of).toList();
    }

    private static Case of(String line) {
        String[] fields = line.split(",", -1);
        return new Case(
                fields[0],
                fields[1],
                Integer.parseInt(fields[2]),
                fields[3],
                Integer.parseInt(fields[4]),
                Integer.parseInt(fields[5]));
    }

    /// What is asked of this product for the same picture.
    public String text() {
        String quality = quality() == 0 ? "" : "/quality,Q_" + quality();
        return "image/resize,w_" + width() + quality + "/format," + format();
    }
}
