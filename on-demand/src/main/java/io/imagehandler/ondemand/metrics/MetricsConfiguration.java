package io.imagehandler.ondemand.metrics;

import io.imagehandler.config.metrics.CallTimer;
import io.imagehandler.config.metrics.Foundations;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.ondemand.admission.AdmissionCounts;
import io.imagehandler.ondemand.picture.WriteBack;
import io.imagehandler.style.Styles;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Publishes the numbers.
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

    @Bean
    CallTimer callTimer(MeterRegistry registry) {
        return new CallTimer(registry);
    }

    @Bean
    Foundations foundations(Styles styles, ImageEngine engine) {
        return new Foundations(styles, engine);
    }

    @Bean
    ServiceMetrics serviceMetrics(
            AdmissionCounts admission, WriteBack writeBack, ImageEngine engine) {
        return new ServiceMetrics(admission, writeBack, engine);
    }
}
