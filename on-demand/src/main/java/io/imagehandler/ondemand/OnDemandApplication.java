package io.imagehandler.ondemand;

import io.imagehandler.config.CommonConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/// Makes the rendition that is asked for by URL. Spring's own error page is left out: every error
/// of ours has one form.
@SpringBootApplication(proxyBeanMethods = false, exclude = ErrorMvcAutoConfiguration.class)
@EnableConfigurationProperties(OnDemandSettings.class)
@Import(CommonConfiguration.class)
public class OnDemandApplication {

    public static void main(String... arguments) {
        SpringApplication.run(OnDemandApplication.class, arguments);
    }
}
