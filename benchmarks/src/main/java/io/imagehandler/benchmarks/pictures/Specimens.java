package io.imagehandler.benchmarks.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.jspecify.annotations.Nullable;

/// The sources of the benchmarks, written once to a folder. The same seed draws the same picture.
public final class Specimens {

    /// How strong the noise of the sensor is, of 255.
    private static final double NOISE = 2.5;

    private static final float QUALITY = 0.9f;
    private static final int FRAMES = 24;
    private static final String GIF_METADATA = "javax_imageio_gif_image_1.0";

    private final Path folder;

    /// @param folder is made if it is not there
    public Specimens(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    public Path folder() {
        return folder;
    }

    /// Writes what the cases name and is not there yet: photographs, one with alpha, an animation.
    ///
    /// @param photograph a JPEG to take instead of the drawn one of 12 megapixels; or null
    public void write(@Nullable Path photograph) throws IOException {
        if (photograph != null) {
            Files.copy(
                    photograph,
                    folder.resolve("photo-12mp.jpg"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        jpeg("photo-12mp.jpg", 4_000, 3_000);
        jpeg("photo-2.7mp.jpg", 2_000, 1_350);
        jpeg("photo-48mp.jpg", 8_000, 6_000);
        cutout();
        animation();
    }

    /// One of any number of varied pictures of 1,200 x 800 pixels without loss; eight in a row are
    /// of all kinds.
    BufferedImage varied(int number) {
        Scene[] scenes = Scene.values();
        return drawn(scenes[number % scenes.length], 1_200, 800, number);
    }

    /// A JPEG of that size, if it is not there yet.
    public Path jpeg(String name, int width, int height) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            writeJpeg(drawn(Scene.MOUNTAINS, width, height, 1), file);
        }
        return file;
    }

    private void cutout() throws IOException {
        Path file = folder.resolve("cutout.png");
        if (Files.exists(file)) {
            return;
        }
        var face = drawn(Scene.FACE, 1_700, 1_200, 2);
        var image = new BufferedImage(1_700, 1_200, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 1_200; y++) {
            for (int x = 0; x < 1_700; x++) {
                double away = Math.hypot((x - 850) / 700.0, (y - 600) / 550.0);
                int alpha = (int) Math.round(255 * Math.clamp((1 - away) * 12, 0, 1));
                image.setRGB(x, y, (alpha << 24) | (face.getRGB(x, y) & 0xFFFFFF));
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private void animation() throws IOException {
        Path file = folder.resolve("animation.gif");
        if (Files.exists(file)) {
            return;
        }
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var output = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < FRAMES; i++) {
                var frame = frame(i);
                writer.writeToSequence(
                        new IIOImage(
                                frame,
                                null,
                                delayed(
                                        writer.getDefaultImageMetadata(
                                                ImageTypeSpecifier.createFromRenderedImage(frame),
                                                null))),
                        null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage frame(int number) {
        var drawn = drawn(Scene.PRODUCT, 600, 400, 3);
        var indexed = new BufferedImage(600, 400, BufferedImage.TYPE_BYTE_INDEXED);
        var pen = indexed.createGraphics();
        pen.drawImage(drawn, 0, 0, null);
        pen.fillOval(20 * number, 160, 60, 60);
        pen.dispose();
        return indexed;
    }

    private static IIOMetadata delayed(IIOMetadata metadata) throws IOException {
        var root = (IIOMetadataNode) metadata.getAsTree(GIF_METADATA);
        var control =
                (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", "8");
        metadata.setFromTree(GIF_METADATA, root);
        return metadata;
    }

    private static BufferedImage drawn(Scene scene, int width, int height, long seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        scene.draw(image, new Terrain(seed, width / 4.0), new Random(seed));
        if (scene.isPhotograph()) {
            addNoise(image, new Random(seed));
        }
        return image;
    }

    private static void addNoise(BufferedImage image, Random random) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int noise = (int) Math.round(NOISE * random.nextGaussian());
                int rgb = image.getRGB(x, y);
                image.setRGB(
                        x,
                        y,
                        (louder(rgb >> 16, noise) << 16)
                                | (louder(rgb >> 8, noise) << 8)
                                | louder(rgb, noise));
            }
        }
    }

    private static int louder(int channel, int noise) {
        return Math.clamp((channel & 0xFF) + noise, 0, 255);
    }

    private static void writeJpeg(BufferedImage image, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        try (var output = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
