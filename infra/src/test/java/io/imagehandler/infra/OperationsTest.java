package io.imagehandler.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Those who run it are told
class OperationsTest {

    private static final Pattern FIELD = Pattern.compile("\\$\\.(\\w+)");

    private static final List<String> NAMES =
            List.of(
                    "DeadLettersOurs",
                    "DeadLettersWaiting",
                    "UploadsLate",
                    "WorkersAsleep",
                    "OnDemandErrors",
                    "OnDemandSlow",
                    "RenderingSlow",
                    "OverloadShed",
                    "StylesMissing",
                    "OnDemandUnhealthy",
                    "OnDemandMemory",
                    "WorkerMemory",
                    "SpendingHigh");

    @Test
    void byAlarmsThatReachTheTopic() {
        for (String name : NAMES) {
            var alarm =
                    Stacks.STANDARD.properties("AWS::CloudWatch::Alarm", "OperationsAlarms" + name);
            assertThat(alarm.get("AlarmActions").toString()).contains("OperationsTopic");
            assertThat(alarm.get("AlarmDescription").asText()).contains("operations.md, " + name);
            assertThat(alarm.get("TreatMissingData").asText()).isEqualTo("notBreaching");
        }
    }

    @Test
    void whatToDo() throws IOException {
        String handbook = Files.readString(Path.of("../docs/operations.md"));
        var alarms =
                Stacks.STANDARD.all("AWS::CloudWatch::Alarm").keySet().stream()
                        .filter(id -> id.startsWith("OperationsAlarms"))
                        .map(id ->
                                id.replaceFirst("^OperationsAlarms", "")
                                        .replaceFirst("[0-9A-F]{8}$", ""))
                        .toList();

        assertThat(alarms)
                .containsExactlyInAnyOrderElementsOf(NAMES)
                .allSatisfy(name -> assertThat(handbook).contains("`" + name + "`"));
    }

    @ParameterizedTest
    @CsvSource({"OnDemand, on-demand", "Worker, renditions-worker"})
    void whatTheServicesLogTells(String service, String module) throws IOException {
        String told = sources(module) + Files.readString(Path.of("../docs/operations.md"));
        var filters =
                Stacks.STANDARD.all("AWS::Logs::MetricFilter").entrySet().stream()
                        .filter(filter -> filter.getKey().startsWith(service))
                        .map(filter -> filter.getValue().at("/Properties/FilterPattern").asText())
                        .toList();

        assertThat(filters).isNotEmpty();
        for (String pattern : filters) {
            FIELD.matcher(pattern)
                    .results()
                    .map(field -> field.group(1))
                    .filter(field -> !field.equals("message"))
                    .forEach(field ->
                            assertThat(told).containsAnyOf("\"" + field + "\"", "`" + field + "`"));
        }
    }

    @Test
    void ofReconcilesThatFail() {
        var rule = Stacks.STANDARD.properties("AWS::Events::Rule", "OperationsMaintenanceFailed");

        assertThat(rule.at("/EventPattern/detail/containers/exitCode"))
                .hasToString("[{\"anything-but\":[0]}]");
        assertThat(rule.at("/EventPattern/detail/group/0").asText())
                .isEqualTo(
                        "family:"
                                + Stacks.STANDARD
                                        .properties("AWS::ECS::TaskDefinition", "Maintenance")
                                        .get("Family")
                                        .asText());
    }

    @Test
    void byMailWhereAnAddressIsSet() {
        assertThat(
                        Stacks.CHOSEN
                                .properties("AWS::SNS::Subscription", "Operations")
                                .get("Endpoint")
                                .asText())
                .isEqualTo("me@example.com");
        assertThat(Stacks.STANDARD.all("AWS::SNS::Subscription")).isEmpty();
    }

    @Test
    void whatWasMissedEachNight() {
        var schedule = Stacks.STANDARD.properties("AWS::Scheduler::Schedule", "MaintenanceNightly");
        var task =
                Stacks.STANDARD
                        .properties("AWS::ECS::TaskDefinition", "Maintenance")
                        .at("/ContainerDefinitions/0");

        assertThat(schedule.get("ScheduleExpression").asText()).isEqualTo("cron(0 3 * * ? *)");
        assertThat(task.get("Command")).hasToString("[\"reconcile\"]");
    }

    @Test
    void whatToTryNext() {
        assertThat(Stacks.STANDARD.template().get("Outputs").fieldNames())
                .toIterable()
                .contains(
                        "DistributionUrl",
                        "OriginalsBucket",
                        "StyleTable",
                        "UploadQueueUrl",
                        "KeyValueStoreArn",
                        "DashboardUrl",
                        "TryUpload",
                        "TryStyle",
                        "AddSigningKey",
                        "RunBackfill");
    }

    private static String sources(String module) throws IOException {
        try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
            var code = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file));
            }
            return code.toString();
        }
    }
}
