package io.imagehandler.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.local.aws.AccessKey;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.service.ServiceJars;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The `styles` command of the worker's jar, as operators run it.
///
/// @param exitCode how it ended
/// @param said all that it printed
record StyleCommand(int exitCode, String said) {

    static StyleCommand run(URI dynamoDb, String... words)
            throws IOException, InterruptedException {
        var line =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                ServiceJars.built().worker().toString(),
                                "styles"));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString(),
                                "AWS_ACCESS_KEY_ID", AccessKey.LOCAL.id(),
                                "AWS_SECRET_ACCESS_KEY", AccessKey.LOCAL.secret(),
                                "AWS_REGION", Names.REGION,
                                "IMAGE_HANDLER_STYLE_TABLE", Names.STYLES));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new StyleCommand(process.waitFor(), said);
    }
}
