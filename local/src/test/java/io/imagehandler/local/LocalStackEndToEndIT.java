package io.imagehandler.local;

import java.io.IOException;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// On LocalStack in a container, where Docker is there. 4.14.0 is the last that asks for no token.
@Testcontainers(disabledWithoutDocker = true)
class LocalStackEndToEndIT extends EndToEnd {

    @Container
    static final LocalStackContainer LOCAL_STACK =
            new LocalStackContainer(
                            DockerImageName.parse(
                                    System.getProperty(
                                            "localstack.image", "localstack/localstack:4.14.0")))
                    .withServices("s3", "sqs", "dynamodb");

    @Override
    Stage start() throws IOException, InterruptedException {
        return Cloud.stage(LOCAL_STACK.getEndpoint(), folder);
    }

    @Override
    void changed(String key) {
        stage.invalidate(key);
    }
}
