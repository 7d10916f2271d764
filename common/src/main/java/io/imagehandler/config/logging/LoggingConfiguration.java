package io.imagehandler.config.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.Iterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;

/// Keeps equal complaints from flooding the log.
@Configuration(proxyBeanMethods = false)
public class LoggingConfiguration {

    LoggingConfiguration() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            Iterator<Appender<ILoggingEvent>> appenders =
                    logback.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
            appenders.forEachRemaining(LoggingConfiguration::bound);
        }
    }

    private static void bound(Appender<ILoggingEvent> appender) {
        boolean bound =
                appender.getCopyOfAttachedFiltersList().stream()
                        .anyMatch(EqualLines.class::isInstance);
        if (!bound) {
            var filter = new EqualLines();
            filter.start();
            appender.addFilter(filter);
        }
    }
}
