package io.imagehandler.ondemand.http;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lets every path through to us as it was sent, and gives Tomcat's own refusals our form.
@Configuration(proxyBeanMethods = false)
public class TomcatConfiguration {

    /// What is not in this buffer, request line and headers together, never gets to us.
    private static final int BUFFER = 64 * 1024;

    /// Characters that a URL must not hold raw, but some clients send.
    private static final String ODD = "\"<>[\\]^`{|}";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ourTomcat(
            Entrance entrance, Problems problems) {
        return factory -> {
            factory.addConnectorCustomizers(TomcatConfiguration::letThrough);
            factory.addContextCustomizers(context ->
                    context.getParent()
                            .getPipeline()
                            .addValve(new ProblemValve(entrance, problems)));
        };
    }

    private static void letThrough(Connector connector) {
        connector.setEncodedSolidusHandling("passthrough");
        connector.setEncodedReverseSolidusHandling("passthrough");
        connector.setAllowBackslash(true);
        set(connector, "maxHeaderCount", "-1");
        set(connector, "relaxedPathChars", ODD);
        set(connector, "relaxedQueryChars", ODD);
        set(connector, "maxHttpRequestHeaderSize", String.valueOf(BUFFER));
    }

    private static void set(Connector connector, String property, String value) {
        if (!connector.setProperty(property, value)) {
            throw new IllegalStateException("Tomcat has no property " + property);
        }
    }
}
