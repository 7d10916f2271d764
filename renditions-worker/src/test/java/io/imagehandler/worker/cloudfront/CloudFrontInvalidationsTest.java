package io.imagehandler.worker.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.worker.AwsServer;
import io.imagehandler.worker.AwsServer.Answer;
import io.imagehandler.worker.failure.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

class CloudFrontInvalidationsTest {

    private static final OriginalKey CAT = new OriginalKey("cat, 1.jpg");
    private static final Answer TAKEN =
            new Answer(
                    201,
                    "text/xml",
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">
                      <Id>I1</Id><Status>InProgress</Status>
                    </Invalidation>
                    """);
    private static final Answer TOO_MANY =
            new Answer(
                    400,
                    "text/xml",
                    """
                    <?xml version="1.0"?>
                    <ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error>
                      <Type>Sender</Type><Code>TooManyInvalidationsInProgress</Code>
                      <Message>too many</Message>
                    </Error></ErrorResponse>
                    """);

    private final AtomicInteger refusals = new AtomicInteger();
    private final AwsServer aws =
            new AwsServer(_ -> refusals.getAndDecrement() > 0 ? TOO_MANY : TAKEN);

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void sendsWhatChangedAsCloudFrontWantsIt() {
        try (var invalidations = invalidations(Duration.ZERO)) {
            invalidations.of(CAT, Set.of("/cat,%201.jpg", "/cat,%201.jpg@!card"));

            await().until(() -> aws.asked().size() == 1);
        }

        var request = aws.asked().element();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/2020-05-31/distribution/E1/invalidation");
        assertThat(request.body())
                .contains("<Quantity>2</Quantity>")
                .contains("<Path>/cat,%201.jpg</Path>")
                .contains("<Path>/cat,%201.jpg@!card</Path>")
                .containsPattern("<CallerReference>[-0-9a-f]{36}</CallerReference>");
    }

    @Test
    void collectsWhatChangesInAWhileAndSendsTheRestAtTheEnd() {
        try (var invalidations = invalidations(Duration.ofMinutes(1))) {
            for (int i = 0; i < 50; i++) {
                invalidations.of(new OriginalKey("k" + i), Set.of("/k" + i, "/all"));
            }
        }

        assertThat(aws.asked()).hasSize(1);
        assertThat(paths(aws.asked().element().body())).hasSize(51);
    }

    @Test
    void asksForNoMoreThanAThousandAtATime() {
        try (var invalidations = invalidations(Duration.ofMinutes(1))) {
            IntStream.range(0, 2_300)
                    .forEach(i -> invalidations.of(new OriginalKey("k" + i), Set.of("/k" + i)));
        }

        assertThat(aws.asked())
                .extracting(request -> paths(request.body()).size())
                .containsExactly(1_000, 1_000, 300);
    }

    @Test
    void triesAgainWithoutWildcardsWhatIsTooMuchForNow() {
        refusals.set(3);
        Set<String> paths =
                IntStream.range(0, 4).mapToObj(i -> "/_r/s/a/" + i).collect(Collectors.toSet());

        try (var invalidations = invalidations(Duration.ZERO)) {
            invalidations.of(new OriginalKey("a"), paths);

            await().until(() -> aws.asked().size() == 4);
        }

        var bodies = aws.asked().stream().map(AwsServer.Asked::body).toList();
        assertThat(paths(bodies.getFirst())).containsExactly("/_r/s/a/*");
        assertThat(paths(bodies.getLast())).containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void givesUpInTheEndAndGoesOnWithTheNext() {
        refusals.set(Integer.MAX_VALUE);
        var pace = new Pace(Duration.ZERO, none(), Duration.ofMillis(200));
        try (var invalidations = new CloudFrontInvalidations(client(), "E1", pace)) {
            invalidations.of(CAT, Set.of("/cat"));
            await().until(() -> aws.asked().size() > 1);
            invalidations.of(new OriginalKey("dog"), Set.of("/dog"));

            await().until(() -> aws.asked().stream().anyMatch(a -> a.body().contains("/dog")));
        }
    }

    @Test
    @Timeout(120)
    void keepsNobodyWaitingWhileCloudFrontIsAway() {
        refusals.set(Integer.MAX_VALUE);
        var pace = new Pace(Duration.ZERO, none(), Duration.ofMinutes(30));
        try (var invalidations = new CloudFrontInvalidations(client(), "E1", pace)) {
            for (int i = 0; i < 20_000; i++) {
                invalidations.of(new OriginalKey("k" + i), Set.of("/k" + i));
            }
            await().until(() -> aws.asked().size() > 2);
        }
    }

    private CloudFrontInvalidations invalidations(Duration delay) {
        return new CloudFrontInvalidations(
                client(), "E1", new Pace(delay, none(), Duration.ofMinutes(1)));
    }

    private static Pauses none() {
        return new Pauses(Duration.ofMillis(2), Duration.ofMillis(2));
    }

    private CloudFrontClient client() {
        return CloudFrontClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .httpClientBuilder(Apache5HttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
                .build();
    }

    private static List<String> paths(String body) {
        var found = new ArrayList<String>();
        var matcher = Pattern.compile("<Path>([^<]*)</Path>").matcher(body);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
