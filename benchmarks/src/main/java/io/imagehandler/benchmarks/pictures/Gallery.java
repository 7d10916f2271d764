package io.imagehandler.benchmarks.pictures;

import io.imagehandler.benchmarks.contender.Renderings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/// The pictures that encoders are tried on: drawn ones, or those of a folder of one's own.
///
/// @param own a folder of pictures; empty: drawn ones
public record Gallery(Specimens specimens, Optional<Path> own) {

    private static final int PICTURES = 24;

    /// Each as a PNG file and its pixels, inside 1200 x 800, or a fraction of that.
    ///
    /// @param shrink the fraction's denominator, at least 1
    public Map<Path, BufferedImage> pictures(Renderings renderings, int shrink) throws IOException {
        Path folder = Files.createDirectories(specimens.folder().resolve("varied"));
        String text = "image/resize,w_%d,h_%d/format,png".formatted(1_200 / shrink, 800 / shrink);
        var pictures = new LinkedHashMap<Path, BufferedImage>();
        for (Path source : sources(folder)) {
            ByteBuffer png = renderings.files(Files.readAllBytes(source), List.of(text)).getFirst();
            Path file = folder.resolve("tried-%02d.png".formatted(pictures.size()));
            BufferedImage image = Renderings.image(png);
            var opaque =
                    new BufferedImage(
                            image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
            opaque.getGraphics().drawImage(image, 0, 0, null);
            ImageIO.write(opaque, "png", file.toFile());
            pictures.put(file, opaque);
        }
        return pictures;
    }

    private List<Path> sources(Path folder) throws IOException {
        if (own.isPresent()) {
            try (var files = Files.list(own.get())) {
                return files.filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png|webp)"))
                        .sorted()
                        .toList();
            }
        }
        var sources = new ArrayList<Path>();
        for (int i = 0; i < PICTURES; i++) {
            Path file = folder.resolve("drawn-%02d.png".formatted(i));
            if (!Files.exists(file)) {
                ImageIO.write(specimens.varied(i), "png", file.toFile());
            }
            sources.add(file);
        }
        return sources;
    }
}
