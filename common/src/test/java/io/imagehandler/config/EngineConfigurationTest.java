package io.imagehandler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.thumbnailator.ThumbnailatorEngine;
import java.time.Duration;
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

    private static ImageSettings settings(EngineChoice choice) {
        return new ImageSettings(
                "originals",
                "derived",
                "styles",
                Duration.ofSeconds(5),
                choice,
                NOWHERE,
                ImageLimits.DEFAULT);
    }
}
