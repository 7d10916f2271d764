package io.imagehandler.config;

import io.imagehandler.style.FormerStyles;
import io.imagehandler.style.StyleBook;
import io.imagehandler.style.dynamodb.DynamoDbFormerStyles;
import io.imagehandler.style.dynamodb.DynamoDbStyleBook;
import java.time.Duration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The styles for operators, without a service around them.
public final class StyleBooks {

    private static final Duration CALL = Duration.ofSeconds(15);

    private StyleBooks() {}

    /// The styles of a table, in the region, with the credentials and at the endpoint that the
    /// SDK's own environment variables and files say.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkClientException if there is no region
    public static StyleBook inDynamoDb(String table) {
        return new DynamoDbStyleBook(client(), table);
    }

    /// The styles that the original service left in a table, found as [#inDynamoDb] finds it.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkClientException if there is no region
    public static FormerStyles former(String table) {
        return new DynamoDbFormerStyles(client(), table);
    }

    private static DynamoDbClient client() {
        return DynamoDbClient.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL))
                .build();
    }
}
