package io.imagehandler.ondemand.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.config.metrics.CallTimer;
import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.TestPictures;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// The numbers that docs/operations.md promises.
@OnDemandTest
class MetricsTest {

    /// A row of the table: our name, that of Prometheus, tags.
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z.]+)` \\| `([a-z_]+)` \\| ([a-z, `-]*) \\|.*");

    private final String key = UUID.randomUUID() + ".png";

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private InMemoryRenditions renditions;
    @Autowired private MeterRegistry registry;
    @Autowired private CallTimer calls;

    @Value("${local.management.port}")
    private int managementPort;

    private record Row(String name, String prometheus, List<String> tags) {}

    @BeforeEach
    void use() {
        originals.upload(key, TestPictures.png(40, 30, 0xFF0000), "image/png");
        new RawHttp(port).get("/" + key + "@!small");
        new RawHttp(port).get("/" + key + "@!nobodys");
        await().until(() -> renditions.stored().containsKey("_r/s/" + key + "/small"));
        call(calls);
    }

    @Test
    void publishesEveryMetricOfTheTable() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThan(20);

        String page = new RawHttp(managementPort).get("/actuator/prometheus").body();

        assertThat(rows)
                .allSatisfy(row -> {
                    assertThat(registry.find(row.name()).meters()).as(row.name()).isNotEmpty();
                    assertThat(page.lines()).as(row.toString()).anyMatch(line -> isOf(row, line));
                });
    }

    @Test
    void documentsEveryMetricOfOurs() throws IOException {
        List<String> documented = rows().stream().map(Row::name).toList();

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .filteredOn(name ->
                        name.matches("(image|writeback|styles|dependency|engine|vips)\\..*"))
                .isSubsetOf(documented);
    }

    private static boolean isOf(Row row, String line) {
        return line.matches(Pattern.quote(row.prometheus()) + "[{ ].*")
                && row.tags().stream().allMatch(tag -> line.contains(tag + "=\""));
    }

    private static List<Row> rows() throws IOException {
        try (var lines = Files.lines(Path.of("../docs/operations.md"))) {
            return lines.map(ROW::matcher)
                    .filter(row -> row.matches())
                    .map(row ->
                            new Row(
                                    row.group(1),
                                    row.group(2),
                                    Pattern.compile("[a-z]+")
                                            .matcher(row.group(3))
                                            .results()
                                            .map(tag -> tag.group())
                                            .toList()))
                    .toList();
        }
    }

    /// The stores of this test are in memory: what the SDK's clients would tell of a call.
    private static void call(ExecutionInterceptor timer) {
        var attributes = new ExecutionAttributes();
        attributes.putAttribute(SdkExecutionAttribute.SERVICE_NAME, "S3");
        timer.beforeExecution(null, attributes);
        timer.afterExecution(null, attributes);
    }
}
