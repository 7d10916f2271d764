package io.imagehandler.config;

import io.imagehandler.config.logging.LoggingConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Everything that both services are made of. Needs a bean of [ImageSettings].
@Configuration(proxyBeanMethods = false)
@Import({
    EngineConfiguration.class,
    LoggingConfiguration.class,
    MemoryConfiguration.class,
    QuarantineConfiguration.class,
    StoreConfiguration.class
})
public class CommonConfiguration {}
