package io.imagehandler.local.chaos;

import io.imagehandler.local.sample.SamplePicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/// Originals to load a service with.
public final class Photos {

    private Photos() {}

    /// A photo of 12 megapixels. Drawn once and kept beside what the build makes.
    public static byte[] large() throws IOException {
        var file = Path.of("target", "chaos", SamplePicture.NAME);
        Files.createDirectories(file.getParent());
        SamplePicture.writeTo(file);
        return Files.readAllBytes(file);
    }

    /// A JPEG of 320 x 240 pixels; another one for each number.
    public static byte[] small(int number) throws IOException {
        var picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var random = new Random(number);
        for (var spot = 0; spot < 200; spot++) {
            var color = random.nextInt(1 << 24);
            var left = random.nextInt(300);
            var top = random.nextInt(220);
            for (var y = top; y < top + 20; y++) {
                for (var x = left; x < left + 20; x++) {
                    picture.setRGB(x, y, color);
                }
            }
        }
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", file);
        return file.toByteArray();
    }
}
