package io.imagehandler.worker.breaker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Asks a service that is away every few seconds whether it is back, since nobody else does, and
/// goes on asking for as long as it answers: its answers close the breaker, like any others.
public final class Probes implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

    private final Breakers breakers;
    private final Map<String, Runnable> questions;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param s3 a call to S3 that any answer will do for
    /// @param dynamoDb the same to DynamoDB
    public static Probes start(Breakers breakers, Runnable s3, Runnable dynamoDb) {
        return start(breakers, Map.of(Breakers.S3, s3, Breakers.DYNAMO_DB, dynamoDb), PAUSE);
    }

    static Probes start(Breakers breakers, Map<String, Runnable> questions, Duration pause) {
        var probes = new Probes(breakers, questions, pause);
        probes.questions.keySet().forEach(probes::start);
        return probes;
    }

    private Probes(Breakers breakers, Map<String, Runnable> questions, Duration pause) {
        this.breakers = breakers;
        this.questions = new ConcurrentHashMap<>(questions);
        this.pause = pause;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void start(String service) {
        Thread.ofVirtual().name("probe-" + service).start(() -> askWhenOpen(service));
    }

    private void askWhenOpen(String service) {
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                for (int i = 0; i < Breaker.ANSWERS && breakers.isOpen(service); i++) {
                    if (!answers(service)) {
                        break;
                    }
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers(String service) {
        try {
            questions.getOrDefault(service, () -> {}).run();
            return true;
        } catch (SdkException stillAway) {
            LOG.debug("{} is still away: {}", service, stillAway.getMessage());
            return false;
        }
    }
}
