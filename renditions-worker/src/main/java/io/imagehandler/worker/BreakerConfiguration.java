package io.imagehandler.worker;

import io.imagehandler.worker.breaker.Breakers;
import io.imagehandler.worker.breaker.Probes;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/// Watches the services that every pass needs.
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

    /// Any will do, also one that is not there.
    private static final Map<String, AttributeValue> NOBODY =
            Map.of("key", AttributeValue.fromS("/"));

    @Bean
    Breakers breakers() {
        return new Breakers();
    }

    @Bean
    MeterBinder breakerMeters(Breakers breakers) {
        return breakers::bindTo;
    }

    @Bean
    Probes probes(
            Breakers breakers, S3Client s3, DynamoDbClient dynamoDb, WorkerSettings settings) {
        return Probes.start(
                breakers,
                () -> s3.headBucket(head -> head.bucket(settings.originalsBucket())),
                () -> dynamoDb.getItem(get -> get.tableName(settings.attemptTable()).key(NOBODY)));
    }
}
