package io.imagehandler.ondemand.health;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.ondemand.admission.Watchdog;
import io.imagehandler.style.Styles;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Answers those who watch over the service.
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    @Bean
    WatchedTomcat watchedTomcat(Styles styles, Drain drain, Watchdog watchdog) {
        return new WatchedTomcat(new Readiness(styles, drain, watchdog), drain);
    }

    /// For people, on the management port.
    @Bean
    HealthIndicator engineHealthIndicator(ImageEngine engine) {
        return () ->
                Health.up()
                        .withDetail("version", engine.version())
                        .withDetail("reads", words(engine.reads()))
                        .withDetail("writes", words(engine.writes()))
                        .build();
    }

    /// Down before the first styles were read, and when they are so old that none is served.
    @Bean
    HealthIndicator stylesHealthIndicator(Styles styles) {
        return () -> StylesHealth.of(styles);
    }

    private static Set<String> words(Set<? extends Enum<?>> formats) {
        var words = new TreeSet<String>();
        formats.forEach(format -> words.add(format.name().toLowerCase(Locale.ROOT)));
        return words;
    }
}
