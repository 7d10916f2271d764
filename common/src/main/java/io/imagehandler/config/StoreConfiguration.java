package io.imagehandler.config;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.awspring.cloud.autoconfigure.s3.S3ClientCustomizer;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Manifests;
import io.imagehandler.rendition.dynamodb.DynamoDbAttempts;
import io.imagehandler.rendition.dynamodb.DynamoDbRuns;
import io.imagehandler.rendition.s3.S3Listing;
import io.imagehandler.rendition.s3.S3Manifests;
import io.imagehandler.rendition.s3.S3Originals;
import io.imagehandler.rendition.s3.S3Renditions;
import io.imagehandler.rendition.upkeep.Listings;
import io.imagehandler.rendition.upkeep.Runs;
import io.imagehandler.style.Styles;
import io.imagehandler.style.dynamodb.DynamoDbStyles;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;

/// Originals, renditions and styles in AWS, or wherever the SDK's own environment variables
/// (`AWS_ENDPOINT_URL_S3` and the like) say that AWS is. The client of S3 is the one that Spring
/// Cloud AWS makes, see [S3ClientCustomizer].
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(15);
    private static final int MOST_CONNECTIONS = 100;

    private static final String PATH_STYLE = "spring.cloud.aws.s3.path-style-access-enabled";

    /// Whatever tells the SDK, or the starter, that S3 is not where AWS has it.
    private static final List<String> ENDPOINTS =
            List.of(
                    "AWS_ENDPOINT_URL_S3",
                    "AWS_ENDPOINT_URL",
                    "aws.endpointUrlS3",
                    "aws.endpointUrl",
                    "spring.cloud.aws.s3.endpoint",
                    "spring.cloud.aws.endpoint");

    @Bean
    CallTimeouts callTimeouts() {
        return new CallTimeouts();
    }

    /// What the starter's client of S3 is to have of ours: everything else of it is the starter's.
    @Bean
    S3ClientCustomizer ourS3Client(
            Environment environment,
            CallTimeouts timeouts,
            ObjectProvider<ExecutionInterceptor> observers) {
        return builder -> {
            builder.httpClientBuilder(connections())
                    .overrideConfiguration(calls(builder, timeouts, observers));
            if (isElsewhere(environment) && !environment.containsProperty(PATH_STYLE)) {
                builder.forcePathStyle(true);
            }
        };
    }

    /// With region and credentials from where the starter's clients have theirs.
    @Bean
    DynamoDbClient dynamoDbClient(
            AwsClientBuilderConfigurer starter,
            CallTimeouts timeouts,
            ObjectProvider<ExecutionInterceptor> observers) {
        DynamoDbClientBuilder builder = starter.configure(DynamoDbClient.builder());
        return builder.httpClientBuilder(connections())
                .overrideConfiguration(calls(builder, timeouts, observers))
                .build();
    }

    @Bean
    Originals originals(S3Client s3, ImageSettings settings) {
        return new S3Originals(s3, settings.originalsBucket());
    }

    @Bean
    Renditions renditions(S3Client s3, ImageSettings settings) {
        return new S3Renditions(s3, settings.derivedBucket());
    }

    @Bean
    Manifests manifests(S3Client s3, ImageSettings settings) {
        return new S3Manifests(s3, settings.derivedBucket());
    }

    @Bean
    Styles styles(DynamoDbClient dynamoDb, ImageSettings settings) {
        var times = new DynamoDbStyles.Times(settings.styleRefresh(), settings.styleMaxAge());
        return DynamoDbStyles.reading(dynamoDb, settings.styleTable(), times);
    }

    @Bean
    Listings listings(S3Client s3, ImageSettings settings) {
        return new Listings(
                new S3Listing(s3, settings.originalsBucket()),
                new S3Listing(s3, settings.derivedBucket()));
    }

    @Bean
    Runs runs(DynamoDbClient dynamoDb, ImageSettings settings) {
        return new DynamoDbRuns(dynamoDb, settings.attemptTable());
    }

    /// A rejection stands for one engine and one set of limits.
    @Bean
    Attempts attempts(DynamoDbClient dynamoDb, ImageEngine engine, ImageSettings settings) {
        String limits = settings.limits() + " " + new TreeSet<>(settings.extraFormats());
        String version = engine.version() + "/" + Integer.toHexString(limits.hashCode());
        String worker = UUID.randomUUID().toString();
        return new DynamoDbAttempts(
                dynamoDb, settings.attemptTable(), worker, version, settings.visibility());
    }

    /// Only AWS itself has a host name for every bucket.
    private static boolean isElsewhere(Environment environment) {
        return ENDPOINTS.stream().anyMatch(environment::containsProperty);
    }

    private static Apache5HttpClient.Builder connections() {
        return Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(ATTEMPT)
                .maxConnections(MOST_CONNECTIONS);
    }

    /// What is configured already, the name of the starter in the user agent, stays.
    private static ClientOverrideConfiguration calls(
            SdkClientBuilder<?, ?> client,
            CallTimeouts timeouts,
            ObjectProvider<ExecutionInterceptor> observers) {
        var calls =
                client.overrideConfiguration().toBuilder()
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .scheduledExecutorService(timeouts.timer());
        observers.forEach(calls::addExecutionInterceptor);
        return calls.build();
    }
}
