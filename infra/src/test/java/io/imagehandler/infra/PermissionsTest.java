package io.imagehandler.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who may do what
class PermissionsTest {

    private static final String ROLE = "TaskDefinitionTaskRole";

    @Test
    void ofOnDemand() {
        assertThat(statements("OnDemand" + ROLE))
                .isEqualTo(
                        """
                        ReadOriginals: GetObject on StoreOriginals/*
                        SeeMissingOriginals: ListBucket on StoreOriginals
                        KeepRenditions: GetObject, PutObject on StoreDerived/_r/*
                        RemoveSeenRenditions: DeleteObject on StoreDerived/_r/* if {"Null":{"s3:if-match":"false"}}
                        SeeMissingRenditions: ListBucket on StoreDerived
                        ReadStyles: Scan on TablesStyles
                        ReadAttempts: GetItem on TablesAttempts
                        """);
    }

    @Test
    void ofTheWorker() {
        assertThat(statements("Worker" + ROLE))
                .isEqualTo(
                        """
                        ReadOriginals: GetObject on StoreOriginals/*
                        SeeMissingOriginals: ListBucket on StoreOriginals
                        KeepRenditions: GetObject, PutObject on StoreDerived/_r/*
                        RemoveSeenRenditions: DeleteObject on StoreDerived/_r/* if {"Null":{"s3:if-match":"false"}}
                        SeeMissingRenditions: ListBucket on StoreDerived
                        ReadStyles: Scan on TablesStyles
                        RecordAttempts: GetItem, UpdateItem on TablesAttempts
                        WorkOnUploads: ChangeMessageVisibility, DeleteMessage, GetQueueAttributes, ReceiveMessage on QueueUploads
                        WorkOnBackfill: ChangeMessageVisibility, DeleteMessage, GetQueueAttributes, ReceiveMessage on QueueBackfill
                        SendLater: SendMessage on QueueUploads
                        GiveUp: SendMessage on QueueDeadLetters
                        ForgetWhatWasReplaced: CreateInvalidation on DeliveryDistribution
                        """);
    }

    @Test
    void ofReconcileAndBackfill() {
        assertThat(statements("Maintenance" + ROLE))
                .isEqualTo(
                        """
                        ReadOriginals: GetObject on StoreOriginals/*
                        SeeMissingOriginals: ListBucket on StoreOriginals
                        SeeRenditions: GetObject on StoreDerived/_r/*
                        SeeMissingRenditions: ListBucket on StoreDerived
                        ReadStyles: Scan on TablesStyles
                        RecordRuns: GetItem, PutItem on TablesAttempts
                        AskTheWorker: GetQueueAttributes, SendMessage on QueueBackfill
                        """);
    }

    @Test
    void ofTheWorkerWhereApplicationsAreTold() {
        var policy = Stacks.CHOSEN.one("AWS::IAM::Policy", "Worker" + ROLE);

        assertThat(StorageTest.statements(policy))
                .filteredOn(statement -> statement.path("Sid").asText().equals("TellApplications"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.get("Resource").toString())
                                .endsWith(":event-bus/pictures\"]]}"));
    }

    @Test
    void ofCloudFront() {
        assertThat(bucketPolicy("StoreOriginals"))
                .containsExactlyInAnyOrder("s3:GetObject", "s3:ListBucket");
        assertThat(bucketPolicy("StoreDerived")).containsExactly("s3:GetObject");
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenOutActionByAction(Stacks stack) {
        var statements =
                stack.all("AWS::IAM::Policy").values().stream()
                        .flatMap(policy -> StorageTest.statements(policy).stream())
                        .toList();

        assertThat(statements)
                .allSatisfy(statement ->
                        assertThat(texts(statement.get("Action"))).noneMatch(s -> s.contains("*")));
        assertThat(statements)
                .filteredOn(statement -> statement.get("Resource").toString().equals("\"*\""))
                .extracting(statement -> statement.get("Action").asText())
                .isSubsetOf(List.of("ecr:GetAuthorizationToken", "ec2:DescribeManagedPrefixLists"));
    }

    /// Those of CloudFront, which may act for our distribution only.
    private static List<String> bucketPolicy(String bucket) {
        return StorageTest.statements(Stacks.STANDARD.one("AWS::S3::BucketPolicy", bucket)).stream()
                .filter(statement -> statement.toString().contains("cloudfront.amazonaws.com"))
                .peek(statement ->
                        assertThat(statement.at("/Condition/StringEquals/AWS:SourceArn").toString())
                                .contains("DeliveryDistribution"))
                .flatMap(statement -> texts(statement.get("Action")).stream())
                .toList();
    }

    private static String statements(String role) {
        var policy = Stacks.STANDARD.one("AWS::IAM::Policy", role);
        return StorageTest.statements(policy).stream()
                .map(PermissionsTest::line)
                .collect(Collectors.joining());
    }

    private static String line(JsonNode statement) {
        String actions =
                texts(statement.get("Action")).stream()
                        .map(action -> action.substring(action.indexOf(':') + 1))
                        .collect(Collectors.joining(", "));
        String condition = statement.has("Condition") ? " if " + statement.get("Condition") : "";
        return "%s: %s on %s%s%n"
                .formatted(
                        statement.get("Sid").asText(),
                        actions,
                        resource(statement.get("Resource")),
                        condition);
    }

    private static String resource(JsonNode resource) {
        if (resource.has("Fn::Join")) {
            var parts = resource.at("/Fn::Join/1");
            return parts.get(0).isTextual()
                    ? named(parts.get(parts.size() - 1).get("Ref"))
                    : resource(parts.get(0)) + parts.get(1).asText();
        }
        return named(resource.at("/Fn::GetAtt/0"));
    }

    private static String named(JsonNode logicalId) {
        return logicalId.asText().replaceFirst("[0-9A-F]{8}$", "");
    }

    private static List<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? StreamSupport.stream(oneOrMore.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(oneOrMore.asText());
    }
}
