package io.imagehandler.worker.breaker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens when a service leaves too many tries without an answer, and closes when it has answered
/// several in a row. Safe for use by many threads.
final class Breaker {

    /// So many tries in a row without an answer open it. With answers between them it takes more.
    static final int MOST_FAILURES = 3;

    /// So many answers in a row close it: a service of which only a half is there gives some, too.
    static final int ANSWERS = 8;

    /// What an answer makes up for. A service that fails in a tenth of all tries is used as it is.
    private static final double ANSWER = 0.1;

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final String service;
    private double failures;
    private int answers;
    private boolean open;

    /// @param service its name, for logs
    Breaker(String service) {
        this.service = service;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /// It answered, if only to refuse.
    synchronized void answered() {
        answers++;
        failures = Math.max(0, failures - ANSWER);
        if (open && answers >= ANSWERS) {
            open = false;
            failures = 0;
            LOG.info("{} answers again", service);
        }
    }

    /// It did not answer, or said that it cannot.
    synchronized void failed() {
        answers = 0;
        failures++;
        if (!open && failures >= MOST_FAILURES) {
            open = true;
            LOG.warn("{} does not answer: no more messages are received", service);
        }
    }
}
