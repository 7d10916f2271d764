package io.imagehandler.ondemand;

import io.imagehandler.config.EngineConfiguration;
import io.imagehandler.config.MemoryConfiguration;
import io.imagehandler.config.QuarantineConfiguration;
import io.imagehandler.ondemand.http.Failures;
import io.imagehandler.ondemand.http.HttpConfiguration;
import io.imagehandler.ondemand.http.ImageController;
import io.imagehandler.ondemand.http.TomcatConfiguration;
import io.imagehandler.ondemand.observation.ObservationConfiguration;
import io.imagehandler.rendition.FixedStyles;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.style.Style;
import io.imagehandler.style.Styles;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The service as it is, but for its stores, which are in memory, and its engine, which is the one
/// that every machine has.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@EnableConfigurationProperties(OnDemandSettings.class)
@Import({
    EngineConfiguration.class,
    MemoryConfiguration.class,
    QuarantineConfiguration.class,
    OnDemandConfiguration.class,
    TomcatConfiguration.class,
    HttpConfiguration.class,
    ImageController.class,
    ObservationConfiguration.class,
    Failures.class
})
class ServiceUnderTest {

    @Bean
    Steps steps() {
        return new Steps();
    }

    @Bean
    InMemoryOriginals originals(Steps steps) {
        return new InMemoryOriginals(steps);
    }

    @Bean
    InMemoryRenditions renditions() {
        return new InMemoryRenditions();
    }

    @Bean
    Attempts attempts() {
        return Attempts.none();
    }

    @Bean
    Styles styles() {
        return FixedStyles.of(
                Style.parse("small", "image/resize,w_20", List.of(), true, "", 0),
                Style.parse("two.formats", "image/resize,w_20", List.of("webp"), true, "", 3));
    }
}
