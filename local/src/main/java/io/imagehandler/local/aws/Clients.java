package io.imagehandler.local.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Clients of stand-ins. They take nothing from the environment: neither a user's own credentials
/// nor a proxy has any business here.
public final class Clients {

    private Clients() {}

    public static S3Client s3(URI endpoint) {
        return to(endpoint, S3Client.builder().forcePathStyle(true)).build();
    }

    public static SqsClient sqs(URI endpoint) {
        return to(endpoint, SqsClient.builder()).build();
    }

    public static DynamoDbClient dynamoDb(URI endpoint) {
        return to(endpoint, DynamoDbClient.builder()).build();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B to(
            URI endpoint, B builder) {
        var key = AwsBasicCredentials.create(AccessKey.LOCAL.id(), AccessKey.LOCAL.secret());
        var noProxy =
                ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariablesValues(false)
                        .build();
        return builder.endpointOverride(endpoint)
                .region(Region.of(Names.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(key))
                .httpClientBuilder(UrlConnectionHttpClient.builder().proxyConfiguration(noProxy));
    }
}
