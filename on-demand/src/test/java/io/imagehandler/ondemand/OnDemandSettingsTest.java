package io.imagehandler.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.config.EngineChoice;
import io.imagehandler.config.ExtraFormat;
import io.imagehandler.config.ImageSettings;
import io.imagehandler.config.RenderSettings;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.ondemand.http.CachingSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;

class OnDemandSettingsTest {

    private final ApplicationContextRunner start =
            new ApplicationContextRunner()
                    .withUserConfiguration(Bound.class)
                    .withPropertyValues(
                            "image-handler.originals-bucket=originals",
                            "image-handler.derived-bucket=derived",
                            "image-handler.style-table=styles",
                            "image-handler.attempt-table=attempts");

    @EnableConfigurationProperties(OnDemandSettings.class)
    static class Bound {

        @Bean
        ImageSettings images(OnDemandSettings settings) {
            return settings.images();
        }
    }

    @Test
    void hasDefaults() {
        // The tests' own property of that name would be read as the setting.
        start.withSystemProperties("imagehandler.libvips=")
                .run(context -> {
                    OnDemandSettings settings = context.getBean(OnDemandSettings.class);
                    assertThat(settings.engine()).isEqualTo(EngineChoice.AUTO);
                    assertThat(settings.libvips()).isEmpty();
                    assertThat(settings.extraFormats()).isEmpty();
                    assertThat(settings.styleRefresh()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(settings.styleMaxAge()).isEqualTo(Duration.ofMinutes(10));
                    assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(35));
                    assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(15));
                    assertThat(settings.queueWait()).isEqualTo(Duration.ofSeconds(1));
                    assertThat(settings.sourceCache()).isEqualTo(DataSize.ofMegabytes(32));
                    assertThat(settings.slots())
                            .isEqualTo(Runtime.getRuntime().availableProcessors());
                    assertThat(settings.caching())
                            .isEqualTo(
                                    new CachingSettings(
                                            Duration.ofDays(1),
                                            Duration.ofSeconds(60),
                                            Duration.ofDays(1),
                                            Duration.ofDays(1),
                                            Duration.ofSeconds(60),
                                            Duration.ofSeconds(60),
                                            Duration.ofSeconds(30),
                                            Duration.ofSeconds(60)));
                    assertThat(settings.cors().origins()).isEmpty();
                    assertThat(settings.images().limits()).isEqualTo(ImageLimits.DEFAULT);
                    assertThat(settings.images().rendering())
                            .isEqualTo(new RenderSettings(0, Duration.ofSeconds(5)));
                });
    }

    @Test
    void takesExtraFormats() {
        start.withPropertyValues("image-handler.extra-formats=avif, HEIC")
                .run(context ->
                        assertThat(context.getBean(ImageSettings.class).extraFormats())
                                .containsExactlyInAnyOrder(ExtraFormat.AVIF, ExtraFormat.HEIC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    originals-bucket=           | image-handler.originals-bucket must be set
                    derived-bucket=originals    | must be another bucket than image-handler.originals-bucket
                    slots=65                    | image-handler.slots must be between 0 and 64 but is 65
                    deadline=0s                 | image-handler.deadline must be more than 0
                    deadline=26s                | image-handler.deadline must be more than 0 and at most 25s
                    drain=61s                   | image-handler.drain must be between 0 and 60s
                    style-max-age=4s            | image-handler.style-max-age must be between
                    queue-wait=16s              | image-handler.queue-wait must be between 0 and the deadline
                    source-cache=-1B            | image-handler.source-cache must be at least 0 but is -1B
                    limits.pixels=0             | image-handler.limits.pixels must be between 1 and 100000000
                    limits.render-time=0s       | image-handler.limits.render-time must be more than 0 and at most 60s
                    limits.render-time=61s      | render-time must be more than 0 and at most 60s but is PT1M1S
                    memory-budget=-1B           | image-handler.memory-budget must be at least 0 but is -1B
                    extra-formats=tiff          | tiff
                    caching.renditions=366d     | image-handler.caching.renditions must be between 0 and 365d
                    caching.absent=-1s          | image-handler.caching.absent must be between 0 and 365d
                    caching.invalid=1500ms      | image-handler.caching.invalid must be between 0 and 365d, in seconds
                    caching.forever=1s          | image-handler.caching.forever
                    cors.origins=shop.example   | image-handler.cors.origins must be like https://shop.example
                    cors.origins=https://a.b/   | image-handler.cors.origins must be like https://shop.example
                    cors.origins=https://a.b,*  | image-handler.cors.origins must be * alone
                    upload-queue=x              | image-handler.upload-queue
                    """)
    void stopsTheStart(String setting, String reason) {
        start.withPropertyValues("image-handler." + setting)
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining(reason));
    }
}
