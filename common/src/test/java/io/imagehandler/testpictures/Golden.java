package io.imagehandler.testpictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Pictures that somebody has looked at and found right. `./run golden` makes them, and nothing
/// else does; what it has changed is reviewed as pictures.
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /// The golden picture of that name; made of `actual` first if this is a run that writes them.
    public static BufferedImage of(String name, BufferedImage actual) {
        var file = FOLDER.resolve(name + ".png");
        try {
            if ("write".equals(System.getProperty("imagehandler.golden"))) {
                Files.createDirectories(FOLDER);
                ImageIO.write(actual, "png", file.toFile());
            }
            if (!Files.exists(file)) {
                throw new AssertionError(
                        "there is no golden picture " + file + ": make it with ./run golden");
            }
            return ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
