package io.imagehandler.ondemand.metrics;

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
    ServiceMetrics serviceMetrics(
            AdmissionCounts admission, WriteBack writeBack, Styles styles, ImageEngine engine) {
        return new ServiceMetrics(admission, writeBack, styles, engine);
    }
}
