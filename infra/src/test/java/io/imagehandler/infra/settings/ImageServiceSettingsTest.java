package io.imagehandler.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Settings
class ImageServiceSettingsTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| (?:`([^`]*)`|-) \\|");

    @Test
    void areInTheHandbookWithTheirDefaults() throws IOException {
        var context = new Context(Map.of());
        ImageServiceSettings.from(context);
        var told = new TreeMap<String, String>();
        for (String line : Files.readAllLines(Path.of("../docs/infrastructure.md"))) {
            var row = ROW.matcher(line);
            if (row.find()) {
                told.put(row.group(1), row.group(2) == null ? "" : row.group(2));
            }
        }

        assertThat(told).isEqualTo(new TreeMap<>(context.asked()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    minWorkers           | many    | minWorkers must be a whole number but is many
                    minWorkers           | 21      | minWorkers must be at most maxWorkers (20) but is 21
                    minOnDemandTasks     | 1       | minOnDemandTasks must be between 2 and 500 but is 1
                    onDemandVcpus        | 3       | onDemandVcpus must be one of 1, 2, 4 but is 3
                    architecture         | arm     | architecture must be one of arm64, x86_64 but is arm
                    workerSpot           | yes     | workerSpot must be one of true, false but is yes
                    signing              | some    | signing must be one of off, ad-hoc, all but is some
                    forbidden            | uploads | forbidden must be of originals, styles, ad-hoc but is [uploads]
                    domainNames          | a.b     | domainNames and certificateArn must both be set, or neither
                    webAclArn            | mine    | webAclArn must be like arn:aws:wafv2:us-east-1:123456789012:global/webacl/… but is mine
                    workerImage          | worker  | workerImage must be like images/on-demand:1.0.0 but is worker
                    originalsBucket      | Mine!   | originalsBucket must be like my-photos but is Mine!
                    cloudFrontPrefixList | sg-1    | cloudFrontPrefixList must be like pl-3b927c52 but is sg-1
                    availabilityZones    | a       | availabilityZones must name at least 2 zones but is [a]
                    alarmEmail           | me      | alarmEmail must be like me@example.com but is me
                    rateLimit            | 5       | rateLimit must be 0 or at least 10 but is 5
                    """)
    void thatCannotBeAreRefusedByName(String name, String value, String message) {
        assertThatThrownBy(() -> ImageServiceSettings.from(new Context(Map.of(name, value))))
                .isInstanceOf(WrongContext.class)
                .hasMessage(message);
    }

    @Test
    void thatThereAreNotAreRefusedButForThoseOfTheCdk() {
        assertThatThrownBy(() -> ImageServiceSettings.from(new Context(Map.of("minWorker", "1"))))
                .isInstanceOf(WrongContext.class)
                .hasMessageStartingWith(
                        "there is no setting minWorker; there are adhocRenditionDays,");

        ImageServiceSettings.from(new Context(Map.of("@aws-cdk/core:some", true, "aws:cdk:x", 1)));
    }

    @Test
    void areReadFromTextsAndFromJson() {
        var settings =
                ImageServiceSettings.from(
                        new Context(
                                Map.of(
                                        "maxWorkers",
                                        3,
                                        "workerSpot",
                                        true,
                                        "availabilityZones",
                                        List.of("a", "b"),
                                        "forbidden",
                                        "originals, styles")));

        assertThat(settings.workers()).isEqualTo(new Workers(0, 3, 2, true));
        assertThat(settings.network().zones()).containsExactly("a", "b");
        assertThat(settings.delivery().forbidden()).containsExactly("originals", "styles");
    }
}
