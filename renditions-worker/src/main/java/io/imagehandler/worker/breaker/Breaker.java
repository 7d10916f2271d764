package io.imagehandler.worker.breaker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens when a service does not answer several calls in a row, and closes with its first answer.
/// Safe for use by many threads.
final class Breaker {

    /// So many calls without an answer, each after the client's own tries.
    static final int MOST_FAILURES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final String service;
    private int failures;

    /// @param service its name, for logs
    Breaker(String service) {
        this.service = service;
    }

    synchronized boolean isOpen() {
        return failures >= MOST_FAILURES;
    }

    /// It answered, if only to refuse.
    synchronized void answered() {
        if (isOpen()) {
            LOG.info("{} answers again", service);
        }
        failures = 0;
    }

    /// It did not answer, or said that it cannot.
    synchronized void failed() {
        if (++failures == MOST_FAILURES) {
            LOG.warn("{} does not answer: no more messages are received", service);
        }
    }
}
