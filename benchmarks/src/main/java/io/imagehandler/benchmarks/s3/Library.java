package io.imagehandler.benchmarks.s3;

import io.imagehandler.benchmarks.served.StandIns;
import io.imagehandler.config.CallTimeouts;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3BaseClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// What speaks HTTP for a client of S3. All have the limits of the product, as far as they know
/// such. The first is the one that the product has.
public enum Library {
    APACHE_5("Apache 5, as in the product") {
        @Override
        Calls open() {
            return new Blocking(asInTheProduct().build());
        }
    },
    APACHE_5_OWN_TIMER("Apache 5, the SDK's own timer of time limits") {
        @Override
        Calls open() {
            return new Blocking(blocking(apache()).build());
        }
    },
    APACHE_5_UNCHECKED("Apache 5 as in the product, check sums only where S3 requires them") {
        @Override
        Calls open() {
            return new Blocking(
                    asInTheProduct()
                            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                            .build());
        }
    },
    URL_CONNECTION("the JDK's HttpURLConnection") {
        @Override
        Calls open() {
            return new Blocking(
                    blocking(
                                    UrlConnectionHttpClient.builder()
                                            .connectionTimeout(CONNECT)
                                            .socketTimeout(ATTEMPT))
                            .build());
        }
    },
    NETTY("Netty, joined") {
        @Override
        Calls open() {
            var connections =
                    NettyNioAsyncHttpClient.builder()
                            .connectionTimeout(CONNECT)
                            .readTimeout(ATTEMPT)
                            .maxConcurrency(MOST_CONNECTIONS);
            return new Joined(
                    usual(S3AsyncClient.builder())
                            .httpClientBuilder(connections)
                            .asyncConfiguration(completion ->
                                    completion.advancedOption(
                                            // A virtual thread waits for it: nothing is held up
                                            // here.
                                            SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR,
                                            Runnable::run))
                            .build());
        }
    },
    CRT("CRT, synchronous") {
        @Override
        Calls open() {
            return new Blocking(
                    blocking(
                                    AwsCrtHttpClient.builder()
                                            .connectionTimeout(CONNECT)
                                            .maxConcurrency(MOST_CONNECTIONS))
                            .build());
        }
    },
    CRT_S3("CRT's own client of S3, joined") {
        @Override
        Calls open() {
            return new Joined(
                    S3AsyncClient.crtBuilder()
                            .endpointOverride(StandIns.ENDPOINT)
                            .region(StandIns.REGION)
                            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                            .forcePathStyle(true)
                            .maxConcurrency(MOST_CONNECTIONS)
                            .httpConfiguration(http -> http.connectionTimeout(CONNECT))
                            .futureCompletionExecutor(Runnable::run)
                            .build());
        }
    };

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(15);
    private static final int MOST_CONNECTIONS = 100;

    private final String title;

    Library(String title) {
        this.title = title;
    }

    /// As in tables.
    public String title() {
        return title;
    }

    abstract Calls open();

    private static Apache5HttpClient.Builder apache() {
        return Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(ATTEMPT)
                .maxConnections(MOST_CONNECTIONS);
    }

    private static S3ClientBuilder asInTheProduct() {
        var timeouts = new CallTimeouts();
        return blocking(apache())
                .overrideConfiguration(
                        calls -> limited(calls).scheduledExecutorService(timeouts.timer()));
    }

    private static S3ClientBuilder blocking(SdkHttpClient.Builder<?> connections) {
        return usual(S3Client.builder()).httpClientBuilder(connections);
    }

    private static <B extends S3BaseClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B usual(
            B builder) {
        return builder.endpointOverride(StandIns.ENDPOINT)
                .region(StandIns.REGION)
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .forcePathStyle(true)
                .overrideConfiguration(calls -> limited(calls));
    }

    private static ClientOverrideConfiguration.Builder limited(
            ClientOverrideConfiguration.Builder calls) {
        return calls.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL);
    }
}
