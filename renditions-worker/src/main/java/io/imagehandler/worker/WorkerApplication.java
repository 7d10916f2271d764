package io.imagehandler.worker;

import io.imagehandler.config.CommonConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/// Renders every eager style of an upload, before anybody asks.
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerSettings.class)
@Import(CommonConfiguration.class)
public class WorkerApplication {

    public static void main(String... arguments) {
        SpringApplication.run(WorkerApplication.class, arguments);
    }
}
