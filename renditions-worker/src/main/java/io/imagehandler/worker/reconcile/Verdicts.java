package io.imagehandler.worker.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Judges many keys at the same time, since single objects must be asked for now and then.
final class Verdicts implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Judge judge;

    Verdicts(Judge judge) {
        this.judge = judge;
    }

    /// In the order of the keys. What a store fails with travels as it is thrown.
    List<Finding> of(List<Subject> subjects) {
        var verdicts = new ArrayList<CompletableFuture<Optional<Finding>>>();
        for (Subject subject : subjects) {
            verdicts.add(CompletableFuture.supplyAsync(() -> judge.of(subject), threads));
        }
        try {
            return verdicts.stream().flatMap(verdict -> verdict.join().stream()).toList();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
