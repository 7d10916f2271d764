package io.imagehandler.local.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Asks a service for what visitors ask for.
final class Audience implements AutoCloseable {

    /// How often everything is asked for. A method is hot for the JVM's last compiler after some
    /// thousand calls, and the ones that matter are called once for each picture or more often.
    private static final int ROUNDS = 400;

    private static final int AT_A_TIME = 2;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);
    private static final Duration GONE = Duration.ofSeconds(1);

    /// What is asked for, with a number in it that makes each one new, and what is answered.
    private static final List<Question> QUESTIONS =
            List.of(
                    new Question("photo.jpg?x-oss-process=image/resize,w_%d", 200, "image/jpeg"),
                    new Question(
                            "photo.jpg?x-oss-process=image/resize,m_fill,w_%d,h_90/quality,q_80",
                            200, "image/jpeg"),
                    new Question(
                            "photo.jpg?x-oss-process=image/resize,w_%d/format,webp",
                            200, "image/webp"),
                    new Question("drawing.png?x-oss-process=image/resize,w_%d", 200, "image/png"),
                    new Question(
                            "drawing.png?x-oss-process=image/crop,w_%d,h_100,g_center/format,webp",
                            200, "image/webp"),
                    new Question(
                            "none.jpg?x-oss-process=image/resize,w_%d",
                            404, "application/problem+json"),
                    new Question(
                            "photo.jpg?x-oss-process=image/resize,v_%d",
                            400, "application/problem+json"));

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LONGEST)
                    .build();
    private final URI service;
    private final CompletableFuture<Integer> end;

    /// @param service where it will answer
    /// @param end of its process, by the code that it ended with
    Audience(URI service, CompletableFuture<Integer> end) {
        this.service = service;
        this.end = end;
    }

    /// @param text a path with its query, with a place for a number
    private record Question(String text, int status, String type) {}

    /// @throws IOException if the service ends instead, or is not ready in time
    void awaitReady(Duration longest) throws IOException, InterruptedException {
        var latest = System.nanoTime() + longest.toNanos();
        while (!isReady()) {
            if (end.isDone()) {
                throw new IOException(
                        "the service ended with %d before it was ready".formatted(end.join()));
            }
            if (System.nanoTime() > latest) {
                throw new IOException("the service was not ready after " + longest);
            }
            Thread.sleep(PAUSE);
        }
    }

    /// @throws IOException at the first answer that is not the expected one
    void askForEverything() throws IOException, InterruptedException {
        try (var visitors = Executors.newFixedThreadPool(AT_A_TIME)) {
            var visits = new ArrayList<Callable<Void>>();
            for (var visitor = 0; visitor < AT_A_TIME; visitor++) {
                var first = visitor;
                visits.add(() -> ask(first));
            }
            for (Future<Void> visit : visitors.invokeAll(visits)) {
                visit.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(why(), failed.getCause());
        }
    }

    /// A connection breaks a moment before the process is gone.
    private String why() {
        return end.thenApply("the service ended with %d while it was asked"::formatted)
                .completeOnTimeout("the rehearsal failed", GONE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private Void ask(int first) throws IOException, InterruptedException {
        for (var round = first; round < ROUNDS; round += AT_A_TIME) {
            for (var question : QUESTIONS) {
                var path = "/" + question.text().formatted(100 + round);
                var answer = client.send(request(path, LONGEST), BodyHandlers.ofByteArray());
                var type = answer.headers().firstValue("content-type").orElse("");
                if (answer.statusCode() != question.status() || !type.equals(question.type())) {
                    throw new IOException(
                            "%s was answered by %d with %s"
                                    .formatted(path, answer.statusCode(), type));
                }
            }
        }
        return null;
    }

    /// A service that comes up refuses, breaks connections, or does not answer: all is the same.
    private boolean isReady() throws InterruptedException {
        try {
            var look = request("/health", LONGEST_LOOK);
            return client.send(look, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest request(String path, Duration longest) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(longest).build();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
