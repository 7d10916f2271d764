package io.imagehandler.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.s3.S3AutoConfiguration;
import io.imagehandler.config.EngineConfiguration;
import io.imagehandler.config.ImageSettings;
import io.imagehandler.config.StoreConfiguration;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.s3.S3Client;

/// The stores on the S3 client that Spring Cloud AWS makes, against a server that listens to what
/// it is asked.
class S3ClientTest {

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private String endpoint;
    private ApplicationContextRunner start;

    @EnableConfigurationProperties(OnDemandSettings.class)
    @Import({EngineConfiguration.class, StoreConfiguration.class})
    static class Stores {

        @Bean
        ImageSettings images(OnDemandSettings settings) {
            return settings.images();
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        start =
                new ApplicationContextRunner()
                        .withConfiguration(
                                AutoConfigurations.of(
                                        AwsAutoConfiguration.class,
                                        CredentialsProviderAutoConfiguration.class,
                                        RegionProviderAutoConfiguration.class,
                                        S3AutoConfiguration.class))
                        .withUserConfiguration(Stores.class)
                        .withSystemProperties(
                                "aws.region=eu-central-1",
                                "aws.accessKeyId=who",
                                "aws.secretAccessKey=secret",
                                "aws.endpointUrlDynamodb=" + endpoint)
                        .withPropertyValues(
                                "image-handler.originals-bucket=originals",
                                "image-handler.derived-bucket=derived",
                                "image-handler.style-table=styles",
                                "image-handler.engine=thumbnailator",
                                "image-handler.attempt-table=attempts");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isTheStartersWithOurTimeouts() {
        start.run(context -> {
            var client = context.getBean(S3Client.class).serviceClientConfiguration();
            var calls = client.overrideConfiguration();
            assertThat(context.getBeanFactory().getBeanDefinition("s3Client").getFactoryBeanName())
                    .isEqualTo(S3AutoConfiguration.class.getName());
            assertThat(calls.apiCallTimeout()).contains(Duration.ofSeconds(15));
            assertThat(calls.apiCallAttemptTimeout()).contains(Duration.ofSeconds(5));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws.endpointUrlS3",
                "aws.endpointUrl",
                "spring.cloud.aws.s3.endpoint",
                "spring.cloud.aws.endpoint"
            })
    void asksTheStoreThatIsNamedForBucketsInItsPath(String name) {
        start.withSystemProperties(name + "=" + endpoint)
                .run(context -> {
                    var tag = context.getBean(Originals.class).tag(OriginalKey.of("a b/c.jpg"));

                    assertThat(tag).contains(new EntityTag("1f"));
                    assertThat(asked)
                            .anySatisfy(request ->
                                    assertThat(request)
                                            .startsWith("HEAD /originals/a%20b/c.jpg")
                                            .contains("Credential=who/")
                                            .contains("/eu-central-1/s3/"));
                });
    }

    @Test
    void asksAwsItselfForBucketsInItsHostNames() {
        start.run(context -> {
            var url =
                    context.getBean(S3Client.class)
                            .utilities()
                            .getUrl(get -> get.bucket("originals").key("a.jpg"));

            assertThat(url).hasHost("originals.s3.eu-central-1.amazonaws.com");
        });
    }

    /// As S3 answers a HEAD, and DynamoDB a scan of an empty table.
    private void answer(HttpExchange exchange) throws IOException {
        asked.add(
                "%s %s %s"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().getRawPath(),
                                exchange.getRequestHeaders().getFirst("Authorization")));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        byte[] table = "{\"Count\":0,\"Items\":[]}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", "\"1f\"");
        exchange.getResponseHeaders().set("Last-Modified", "Mon, 23 Nov 2026 04:45:55 GMT");
        exchange.getResponseHeaders().set("Content-Length", "3");
        exchange.sendResponseHeaders(200, head ? -1 : table.length);
        exchange.getResponseBody().write(head ? new byte[0] : table);
        exchange.close();
    }
}
