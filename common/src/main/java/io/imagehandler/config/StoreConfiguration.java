package io.imagehandler.config;

import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.s3.S3Originals;
import io.imagehandler.rendition.s3.S3Renditions;
import io.imagehandler.style.Styles;
import io.imagehandler.style.dynamodb.DynamoDbStyles;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Originals, renditions and styles in AWS, or wherever the SDK's own environment variables
/// (`AWS_ENDPOINT_URL_S3` and the like) say that AWS is.
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(15);
    private static final int MOST_CONNECTIONS = 100;

    @Bean
    S3Client s3Client(Environment environment) {
        return S3Client.builder()
                .httpClientBuilder(connections())
                .overrideConfiguration(StoreConfiguration::limitTime)
                .forcePathStyle(isElsewhere(environment))
                .build();
    }

    @Bean
    DynamoDbClient dynamoDbClient() {
        return DynamoDbClient.builder()
                .httpClientBuilder(connections())
                .overrideConfiguration(StoreConfiguration::limitTime)
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
    Styles styles(DynamoDbClient dynamoDb, ImageSettings settings) {
        return DynamoDbStyles.reading(dynamoDb, settings.styleTable(), settings.styleRefresh());
    }

    /// Only AWS itself has a host name for every bucket.
    private static boolean isElsewhere(Environment environment) {
        return environment.containsProperty("AWS_ENDPOINT_URL_S3")
                || environment.containsProperty("AWS_ENDPOINT_URL");
    }

    private static Apache5HttpClient.Builder connections() {
        return Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(ATTEMPT)
                .maxConnections(MOST_CONNECTIONS);
    }

    private static void limitTime(ClientOverrideConfiguration.Builder calls) {
        calls.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL);
    }
}
