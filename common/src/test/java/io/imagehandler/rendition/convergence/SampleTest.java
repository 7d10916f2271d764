package io.imagehandler.rendition.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.Rendering;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    private final boolean usedCache = ImageIO.getUseCache();

    @AfterEach
    void asBefore() {
        ImageIO.setCacheDirectory(null);
        ImageIO.setUseCache(usedCache);
    }

    @Test
    void needsNoDisk(@TempDir Path disk) throws IOException {
        var samples = List.<Rendering>of(sample(java.awt.Color.BLUE));
        var gone = Files.createDirectory(disk.resolve("gone"));
        ImageIO.setUseCache(true);
        ImageIO.setCacheDirectory(gone.toFile());
        Files.delete(gone);

        assertThat(Sample.average(samples)).isEqualTo(new Color(0, 0, 255));
    }

    private static Rendered sample(java.awt.Color color) {
        var size = new Size(16, 16);
        var file = ByteBuffer.wrap(Pngs.of(Pictures.flat(size, color)).toArray());
        var image = new EncodedImage(OutputFormat.PNG, size, 1, file);
        return new Rendered(Sample.WANTED, image, "recipe");
    }
}
