package io.imagehandler.ondemand.observation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the record of requests around everything else.
@Configuration(proxyBeanMethods = false)
public class ObservationConfiguration {

    @Bean
    RequestLog requestLog() {
        return new RequestLog();
    }

    @Bean
    RequestMetrics requestMetrics(MeterRegistry registry) {
        return new RequestMetrics(registry);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> observedTomcat(
            List<RequestListener> listeners) {
        return factory ->
                factory.addEngineValves(
                        new RequestValve((told, sent) ->
                                listeners.forEach(listener -> listener.ended(told, sent))));
    }
}
