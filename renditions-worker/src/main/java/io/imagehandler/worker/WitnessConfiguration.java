package io.imagehandler.worker;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.imagehandler.rendition.convergence.Invalidations;
import io.imagehandler.rendition.convergence.RenditionEvents;
import io.imagehandler.worker.cloudfront.CloudFrontInvalidations;
import io.imagehandler.worker.eventbridge.EventBridgeEvents;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClientBuilder;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClientBuilder;

/// Wires who is told of a pass. Nobody observes these clients: what they fail with is no reason to
/// stop working on uploads.
@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration CALL = Duration.ofSeconds(5);

    @Bean
    Invalidations invalidations(AwsClientBuilderConfigurer starter, WorkerSettings settings) {
        InvalidationSettings to = settings.invalidation();
        if (!to.isOn()) {
            return Invalidations.none();
        }
        CloudFrontClientBuilder builder = starter.configure(CloudFrontClient.builder());
        var client =
                builder.httpClientBuilder(connections())
                        .overrideConfiguration(calls(builder))
                        .build();
        return new CloudFrontInvalidations(client, to.distribution(), to.delay());
    }

    @Bean
    RenditionEvents renditionEvents(AwsClientBuilderConfigurer starter, WorkerSettings settings) {
        if (!settings.events().isOn()) {
            return RenditionEvents.none();
        }
        EventBridgeClientBuilder builder = starter.configure(EventBridgeClient.builder());
        var client =
                builder.httpClientBuilder(connections())
                        .overrideConfiguration(calls(builder))
                        .build();
        return new EventBridgeEvents(client, settings.events().bus(), settings.originalsBucket());
    }

    private static Apache5HttpClient.Builder connections() {
        return Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(CALL)
                .maxConnections(2);
    }

    private static ClientOverrideConfiguration calls(SdkClientBuilder<?, ?> client) {
        return client.overrideConfiguration().toBuilder().apiCallTimeout(CALL).build();
    }
}
