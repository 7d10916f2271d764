package io.imagehandler.rendition.convergence;

import java.time.Duration;

/// The fake that other tests rely on keeps the contract.
class InMemoryAttemptsTest implements AttemptsContract {

    private final InMemoryAttempts attempts = new InMemoryAttempts();

    @Override
    public Attempts attempts(String worker, String engine) {
        return attempts.as(worker, engine);
    }

    @Override
    public void elapse(Duration time) {
        attempts.elapse(time);
    }
}
