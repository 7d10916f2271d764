package io.imagehandler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.thumbnailator.ThumbnailatorEngine;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.testpictures.Avifs;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineConfigurationTest {

    private static final String NOWHERE = "/nowhere/libvips.so";

    private final EngineConfiguration configuration = new EngineConfiguration();

    @Test
    void servesWithThumbnailatorWhereLibvipsIsMissing() {
        assertThat(configuration.imageEngine(settings(EngineChoice.AUTO)))
                .isInstanceOf(ThumbnailatorEngine.class);
    }

    @Test
    void servesWithThumbnailatorWhereItIsAskedFor() {
        assertThat(configuration.imageEngine(settings(EngineChoice.THUMBNAILATOR)))
                .isInstanceOf(ThumbnailatorEngine.class);
    }

    @Test
    void saysThatLibvipsIsMissingWhereItIsAskedFor() {
        assertThatThrownBy(() -> configuration.imageEngine(settings(EngineChoice.VIPS)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("image-handler.engine is vips, but")
                .hasMessageContaining(NOWHERE);
    }

    @Test
    void readsNoExtraFormatUnlessItIsAskedFor() {
        assertThatThrownBy(() -> inspect(new DescribingEngine(), Set.of()))
                .isInstanceOf(UnsupportedFormat.class);
    }

    @Test
    void readsAnExtraFormatThatIsAskedFor() {
        CheckedImage avif = inspect(new DescribingEngine(), Set.of(ExtraFormat.AVIF));

        assertThat(avif.facts().format()).isEqualTo(SourceFormat.AVIF);
    }

    @Test
    void refusesAnExtraFormatThatTheEngineCannotRead() {
        assertThatThrownBy(() -> inspect(new ThumbnailatorEngine(), Set.of(ExtraFormat.AVIF)))
                .isInstanceOf(UnsupportedFormat.class);
    }

    @Test
    void estimatesTheMemoryOfTheEngineThatServes() {
        var engine = new ThumbnailatorEngine();
        var settings = settings(EngineChoice.THUMBNAILATOR, Set.of());
        byte[] png = TestPictures.png(400, 300, 0x336699);

        CheckedImage source =
                configuration.inspector(engine, settings).inspect(ByteBuffer.wrap(png));

        long wholePicture = 400 * 300 * 4;
        assertThat(source.facts().decodeMemory()).isGreaterThan(wholePicture);
    }

    private CheckedImage inspect(ImageEngine engine, Set<ExtraFormat> extra) {
        return configuration
                .inspector(engine, settings(EngineChoice.AUTO, extra))
                .inspect(ByteBuffer.wrap(Avifs.opaque()));
    }

    private static ImageSettings settings(EngineChoice choice) {
        return settings(choice, Set.of());
    }

    private static ImageSettings settings(EngineChoice choice, Set<ExtraFormat> extra) {
        return new ImageSettings(
                "originals",
                "derived",
                "styles",
                "attempts",
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                choice,
                NOWHERE,
                extra,
                ImageLimits.DEFAULT,
                new RenderSettings(0, Duration.ofSeconds(5)),
                Duration.ofMinutes(2));
    }
}
