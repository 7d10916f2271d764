package io.imagehandler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.config.MemoryConfiguration.Spare;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.thumbnailator.ThumbnailatorEngine;
import io.imagehandler.memory.MemoryBudget;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryConfigurationTest {

    @Test
    void takesThePartThatNobodyElseNeeds() {
        var spare = new Spare(4_000_000_000L, 1_600_000_000L);

        assertThat(spare.besideTheHeap()).isEqualTo(1_320_000_000L);
        assertThat(spare.inTheHeap()).isEqualTo(960_000_000L);
        assertThat(budget(0, ImageLimits.DEFAULT).size())
                .isBetween(
                        (long) (Runtime.getRuntime().maxMemory() * 0.6) - MemoryBudget.PERMIT,
                        (long) (Runtime.getRuntime().maxMemory() * 0.6));
    }

    @Test
    void takesWhatIsSet() {
        assertThat(budget(400 << 20, ImageLimits.DEFAULT).size()).isEqualTo(400 << 20);
    }

    @Test
    void refusesWhatTheLargestPictureDoesNotFitInto() {
        var limits = new ImageLimits(3 << 20, 1, 1, 1, 1, 5 << 20);

        assertThat(budget(9 << 20, limits).size()).isEqualTo(9 << 20);
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> budget((9 << 20) - 1, limits))
                .withMessageStartingWith("the memory for pictures is 8 MiB")
                .withMessageContaining("image-handler.memory-budget")
                .withMessageContaining("less than the 9 MiB")
                .withMessageContaining("image-handler.limits.decode-memory (5 MiB)")
                .withMessageContaining("image-handler.limits.bytes (3 MiB)");
    }

    private static MemoryBudget budget(long bytes, ImageLimits limits) {
        var settings =
                new ImageSettings(
                        "originals",
                        "derived",
                        "styles",
                        "attempts",
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10),
                        EngineChoice.AUTO,
                        "",
                        Set.of(),
                        limits,
                        new RenderSettings(bytes, Duration.ofSeconds(5)),
                        Duration.ofMinutes(2));
        return new MemoryConfiguration().memoryBudget(new ThumbnailatorEngine(), settings);
    }
}
