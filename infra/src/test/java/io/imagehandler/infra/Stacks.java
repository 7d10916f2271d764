package io.imagehandler.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.imagehandler.infra.delivery.EdgeCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;

/// The stack, synthesised once for all tests of a JVM for each of three sets of settings. Skips its
/// test where there is no node or no minifier, unless the build requires them.
enum Stacks {
    /// Nothing is set.
    STANDARD,

    /// Everything is set that takes something else than what is made.
    CHOSEN,

    /// What somebody tries it with.
    DISPOSABLE;

    static final String NAME = "ImageHandler";
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> FINDINGS = Set.of("aws:cdk:error", "aws:cdk:warning");
    private static final Map<Stacks, FutureTask<Synthesised>> DONE = new ConcurrentHashMap<>();

    /// @param template of the service's stack
    /// @param findings of cdk-nag and of the CDK itself: errors and warnings
    record Synthesised(JsonNode template, List<String> findings) {}

    JsonNode template() {
        return synthesised().template();
    }

    List<String> findings() {
        return synthesised().findings();
    }

    /// The resources of a type, by their logical ids.
    Map<String, JsonNode> all(String type) {
        var found = new LinkedHashMap<String, JsonNode>();
        template().get("Resources").properties().stream()
                .filter(resource -> resource.getValue().get("Type").asText().equals(type))
                .forEach(resource -> found.put(resource.getKey(), resource.getValue()));
        return found;
    }

    /// The one resource of a type whose logical id begins so.
    JsonNode one(String type, String start) {
        List<JsonNode> found =
                all(type).entrySet().stream()
                        .filter(resource -> resource.getKey().startsWith(start))
                        .map(Map.Entry::getValue)
                        .toList();
        assertThat(found).as(type + " " + start).hasSize(1);
        return found.getFirst();
    }

    JsonNode properties(String type, String start) {
        return one(type, start).get("Properties");
    }

    /// The context that the app has from `cdk.json` and from these settings.
    Map<String, Object> context() {
        var context = new LinkedHashMap<String, Object>();
        read(Path.of("cdk.json"))
                .get("context")
                .properties()
                .forEach(flag ->
                        context.put(
                                flag.getKey(), JSON.convertValue(flag.getValue(), Object.class)));
        context.put("imageFolder", imageFolder().toString());
        context.putAll(settings());
        return context;
    }

    static void requireNode() {
        boolean ready = EdgeCode.isReady();
        if (!Boolean.getBoolean("imagehandler.require-node")) {
            Assumptions.assumeTrue(
                    ready, "the CDK needs node, and `npm ci` in infra/edge was not run");
        }
        assertThat(ready).as("`npm ci` was run in infra/edge").isTrue();
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> settings() {
        return switch (this) {
            case STANDARD -> Map.of();
            case CHOSEN -> chosen();
            case DISPOSABLE ->
                    Map.of(
                            "keepData", "false",
                            "versionedOriginals", "false",
                            "architecture", "x86_64");
        };
    }

    private static Map<String, String> chosen() {
        return Map.ofEntries(
                Map.entry("originalsBucket", "my-photos"),
                Map.entry("styleTable", "my-styles"),
                Map.entry("onDemandImage", "images/on-demand:1.0.0"),
                Map.entry("workerImage", "images/worker:1.0.0"),
                Map.entry("workerSpot", "true"),
                Map.entry("availabilityZones", "eu-west-1a,eu-west-1b"),
                Map.entry("cloudFrontPrefixList", "pl-4fa04526"),
                Map.entry("signing", "all"),
                Map.entry("forbidden", "originals"),
                Map.entry("domainNames", "img.example.com"),
                Map.entry("certificateArn", "arn:aws:acm:us-east-1:123456789012:certificate/0123"),
                Map.entry(
                        "webAclArn",
                        "arn:aws:wafv2:us-east-1:123456789012:global/webacl/rate/0123"),
                Map.entry("rateLimit", "1000"),
                Map.entry("originShieldRegion", "eu-west-1"),
                Map.entry("eventBus", "pictures"),
                Map.entry("alarmEmail", "me@example.com"));
    }

    private Synthesised synthesised() {
        requireNode();
        var once = DONE.computeIfAbsent(this, stack -> new FutureTask<>(stack::synthesise));
        once.run();
        try {
            return once.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private Synthesised synthesise() {
        Path folder = Path.of("target/cdk.out", name());
        var app = new App(AppProps.builder().context(context()).outdir(folder.toString()).build());
        ImageHandlerApp.build(app);
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
        app.synth();
        return new Synthesised(
                read(folder.resolve(NAME + ".template.json")),
                findings(read(folder.resolve(NAME + ".metadata.json"))));
    }

    private static List<String> findings(JsonNode metadata) {
        return metadata.properties().stream()
                .flatMap(path ->
                        StreamSupport.stream(path.getValue().spliterator(), false)
                                .filter(entry -> FINDINGS.contains(entry.get("type").asText()))
                                .map(entry -> path.getKey() + ": " + entry.get("data").asText()))
                .toList();
    }

    /// With Dockerfiles as far as a synth looks at them.
    private static Path imageFolder() {
        Path folder = Path.of("target/images").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            for (String file : List.of("Dockerfile.ondemand", "Dockerfile.worker")) {
                Files.writeString(folder.resolve(file), "FROM scratch\n");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return folder;
    }
}
