package io.imagehandler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.config.EngineChoice;
import io.imagehandler.config.RenderSettings;
import io.imagehandler.engine.ImageLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WorkerSettingsTest {

    private final ApplicationContextRunner start =
            new ApplicationContextRunner()
                    .withUserConfiguration(Bound.class)
                    .withPropertyValues(
                            "image-handler.originals-bucket=originals",
                            "image-handler.derived-bucket=derived",
                            "image-handler.style-table=styles",
                            "image-handler.attempt-table=attempts",
                            "image-handler.upload-queue=uploads",
                            "image-handler.dead-letter-queue=uploads-dead");

    @EnableConfigurationProperties(WorkerSettings.class)
    static class Bound {}

    @Test
    void hasDefaults() {
        // The tests' own property of that name would be read as the setting.
        start.withSystemProperties("imagehandler.libvips=")
                .run(context -> {
                    WorkerSettings settings = context.getBean(WorkerSettings.class);
                    assertThat(settings.engine()).isEqualTo(EngineChoice.AUTO);
                    assertThat(settings.libvips()).isEmpty();
                    assertThat(settings.extraFormats()).isEmpty();
                    assertThat(settings.styleRefresh()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(settings.slots())
                            .isEqualTo(Runtime.getRuntime().availableProcessors());
                    assertThat(settings.visibility()).isEqualTo(Duration.ofMinutes(2));
                    assertThat(settings.manifest()).isTrue();
                    assertThat(settings.invalidation())
                            .isEqualTo(new InvalidationSettings("", Duration.ofSeconds(10)));
                    assertThat(settings.invalidation().isOn()).isFalse();
                    assertThat(settings.events().isOn()).isFalse();
                    assertThat(settings.images().limits()).isEqualTo(ImageLimits.DEFAULT);
                    assertThat(settings.images().rendering())
                            .isEqualTo(new RenderSettings(0, Duration.ofSeconds(10)));
                });
    }

    @Test
    void takesTheNameOrTheArnOfABus() {
        var arn = "arn:aws:events:eu-central-1:123456789012:event-bus/pictures";

        assertThat(new EventSettings(arn).isOn()).isTrue();
        assertThat(new EventSettings("default").isOn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    upload-queue=            | image-handler.upload-queue must be set
                    dead-letter-queue=       | image-handler.dead-letter-queue must be set
                    dead-letter-queue=uploads | image-handler.dead-letter-queue must be another queue
                    slots=65                 | image-handler.slots must be between 0 and 64 but is 65
                    slots=-1                 | image-handler.slots must be between 0 and 64 but is -1
                    visibility=9s            | image-handler.visibility must be between 10s and 1h
                    visibility=61m           | image-handler.visibility must be between 10s and 1h
                    limits.side=30001        | image-handler.limits.side must be between 1 and 30000
                    limits.bytes=60MB        | image-handler.limits.bytes must be between 1 and 50000000
                    invalidation.distribution=d1 | image-handler.invalidation.distribution must be an id
                    invalidation.delay=61s   | image-handler.invalidation.delay must be between 0s and 60s
                    invalidation.delay=-1s   | image-handler.invalidation.delay must be between 0s and 60s
                    events.bus=a bus         | image-handler.events.bus must be the name or ARN
                    events.bus=arn:aws:sqs:eu-central-1:123456789012:q | image-handler.events.bus must be
                    engine=magick            | magick
                    upload-que=x             | image-handler.upload-que
                    """)
    void stopsTheStart(String setting, String reason) {
        start.withPropertyValues("image-handler." + setting)
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining(reason));
    }
}
