package io.imagehandler.local.service;

import io.imagehandler.local.aws.AccessKey;
import io.imagehandler.local.aws.Endpoints;
import io.imagehandler.local.aws.Names;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What both services are told: where AWS is by the SDK's own variables, and the rest as one JSON,
/// in which a misspelt name is an error.
///
/// @param endpoints where AWS is
/// @param key what requests to it are signed with
/// @param engine `auto`, `vips` or `thumbnailator`
/// @param libvips the path of libvips' file; empty: where it usually is
/// @param notices where CloudFront and EventBridge are; empty: the worker tells neither
public record ServiceSettings(
        Endpoints endpoints, AccessKey key, String engine, String libvips, String notices) {

    public ServiceSettings(Endpoints endpoints, AccessKey key, String engine, String libvips) {
        this(endpoints, key, engine, libvips, "");
    }

    /// The same with a worker that tells others.
    public ServiceSettings telling(URI notices) {
        return new ServiceSettings(endpoints, key, engine, libvips, notices.toString());
    }

    /// The whole environment of the on-demand service.
    public Map<String, String> onDemand(int port, int managementPort) {
        var settings = common(port);
        settings.put("management.server.address", "127.0.0.1");
        settings.put("management.server.port", String.valueOf(managementPort));
        settings.put("image-handler.drain", "0s"); // nobody balances load here
        return environment(settings);
    }

    /// The whole environment of the worker.
    public Map<String, String> worker(int port) {
        var settings = common(port);
        settings.put("image-handler.upload-queue", Names.QUEUE);
        settings.put("image-handler.dead-letter-queue", Names.DEAD_LETTERS);
        settings.put("image-handler.backfill-queue", Names.BACKFILL);
        if (notices.isEmpty()) {
            return environment(settings);
        }
        settings.put("image-handler.invalidation.distribution", "LOCAL");
        settings.put("image-handler.invalidation.delay", "0s");
        settings.put("image-handler.events.bus", "default");
        var environment = environment(settings);
        environment.put("AWS_ENDPOINT_URL_CLOUDFRONT", notices);
        environment.put("AWS_ENDPOINT_URL_EVENTBRIDGE", notices);
        return environment;
    }

    private Map<String, String> common(int port) {
        var settings = new TreeMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", String.valueOf(port));
        settings.put("spring.cloud.aws.s3.path-style-access-enabled", "true");
        settings.put("logging.structured.format.console", ""); // for people
        settings.put("image-handler.originals-bucket", Names.ORIGINALS);
        settings.put("image-handler.derived-bucket", Names.DERIVED);
        settings.put("image-handler.style-table", Names.STYLES);
        settings.put("image-handler.attempt-table", Names.ATTEMPTS);
        settings.put("image-handler.style-refresh", "1s");
        settings.put("image-handler.engine", engine);
        settings.put("image-handler.libvips", libvips);
        return settings;
    }

    private Map<String, String> environment(Map<String, String> settings) {
        var environment = inherited();
        environment.put("AWS_ENDPOINT_URL_S3", endpoints.s3().toString());
        environment.put("AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamoDb().toString());
        environment.put("AWS_ACCESS_KEY_ID", key.id());
        environment.put("AWS_SECRET_ACCESS_KEY", key.secret());
        environment.put("AWS_REGION", Names.REGION);
        environment.put("SPRING_APPLICATION_JSON", json(settings));
        return environment;
    }

    /// The user's own AWS account, Spring settings and proxy have no business here.
    private static Map<String, String> inherited() {
        var environment = new HashMap<>(System.getenv());
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("AWS_")
                                || name.startsWith("SPRING_")
                                || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        return environment;
    }

    private static String json(Map<String, String> settings) {
        var json = new StringBuilder("{");
        settings.forEach((name, value) ->
                json.append(json.length() > 1 ? "," : "")
                        .append(quoted(name))
                        .append(':')
                        .append(quoted(value)));
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
