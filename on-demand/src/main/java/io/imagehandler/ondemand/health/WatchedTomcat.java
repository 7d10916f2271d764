package io.imagehandler.ondemand.health;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/// Has Tomcat answer for its health before all else, and keep no connection once the end has begun.
///
/// @param readiness what to answer
/// @param drain the end
record WatchedTomcat(Readiness readiness, Drain drain)
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new HealthValve(readiness));
        factory.addConnectorCustomizers(connector ->
                drain.onBegin(() -> {
                    // Of 1, every answer says "Connection: close"; read anew for each request.
                    if (!connector.setProperty("maxKeepAliveRequests", "1")) {
                        throw new IllegalStateException("Tomcat has no maxKeepAliveRequests");
                    }
                }));
    }
}
