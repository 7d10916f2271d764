package io.imagehandler.local;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// On whatever answers at `AWS_ENDPOINT_URL`.
@EnabledIfEnvironmentVariable(
        named = "AWS_ENDPOINT_URL",
        matches = ".+",
        disabledReason = "AWS_ENDPOINT_URL names no AWS to be held against")
class EndpointEndToEndIT extends EndToEnd {

    @Override
    Stage start() throws IOException, InterruptedException {
        return Cloud.stage(URI.create(System.getenv("AWS_ENDPOINT_URL")), folder);
    }

    @Override
    void changed(String key) {
        stage.invalidate(key);
    }
}
