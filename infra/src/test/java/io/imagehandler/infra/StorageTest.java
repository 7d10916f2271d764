package io.imagehandler.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Buckets, tables and queues
class StorageTest {

    private static final String BUCKET = "AWS::S3::Bucket";
    private static final int TWO_WEEKS = 14 * 24 * 3600;

    @ParameterizedTest
    @EnumSource
    void areClosedToThePublicAndEncrypted(Stacks stack) {
        assertThat(stack.all(BUCKET).values())
                .isNotEmpty()
                .allSatisfy(bucket -> {
                    var properties = bucket.get("Properties");
                    assertThat(properties.get("PublicAccessBlockConfiguration"))
                            .hasToString(
                                    "{\"BlockPublicAcls\":true,\"BlockPublicPolicy\":true,"
                                            + "\"IgnorePublicAcls\":true,\"RestrictPublicBuckets\":true}");
                    assertThat(properties.findValuesAsText("SSEAlgorithm"))
                            .containsExactly("AES256");
                });
    }

    @ParameterizedTest
    @EnumSource
    void allowNobodyWithoutAName(Stacks stack) {
        var types =
                List.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy");
        var statements =
                types.stream()
                        .flatMap(type -> stack.all(type).values().stream())
                        .flatMap(policy -> statements(policy).stream())
                        .toList();

        assertThat(statements)
                .filteredOn(statement -> statement.get("Effect").asText().equals("Allow"))
                .isNotEmpty()
                .noneMatch(statement -> statement.get("Principal").toString().contains("*"));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::S3::BucketPolicy, StoreOriginals",
        "AWS::S3::BucketPolicy, StoreDerived",
        "AWS::S3::BucketPolicy, StoreAccessLogs",
        "AWS::SQS::QueuePolicy, QueueUploads",
        "AWS::SQS::QueuePolicy, QueueBackfill",
        "AWS::SQS::QueuePolicy, QueueDeadLetters"
    })
    void refuseWhatIsNotEncryptedOnItsWay(String type, String start) {
        assertThat(statements(Stacks.STANDARD.one(type, start)))
                .anyMatch(statement ->
                        statement.get("Effect").asText().equals("Deny")
                                && statement
                                        .get("Condition")
                                        .toString()
                                        .equals("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHOSEN")
    void keepOriginalsWhateverBecomesOfTheStack(Stacks stack) {
        var originals = stack.one(BUCKET, "StoreOriginals");

        assertThat(originals.get("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(originals.get("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        assertThat(originals.toString()).doesNotContain("ExpirationInDays");
    }

    @Test
    void leaveAnExistingBucketToItsOwnerAndTellWhatToDo() {
        assertThat(Stacks.CHOSEN.all(BUCKET).keySet()).noneMatch(id -> id.contains("Originals"));
        var outputs = Stacks.CHOSEN.template().get("Outputs");
        assertThat(outputs.get("OriginalsNotification").toString())
                .contains("--bucket my-photos")
                .contains("s3:ObjectCreated:*")
                .contains("s3:ObjectRemoved:*");
        assertThat(outputs.get("OriginalsBucketPolicy").toString())
                .contains("cloudfront.amazonaws.com")
                .contains("s3:ListBucket");
    }

    @Test
    void keepWhatIsOverwrittenForAMonthUnlessToldOtherwise() {
        var kept = Stacks.STANDARD.properties(BUCKET, "StoreOriginals");
        assertThat(kept.at("/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
        assertThat(kept.findValue("NoncurrentVersionExpiration").toString()).contains("30");

        var disposable = Stacks.DISPOSABLE.properties(BUCKET, "StoreOriginals");
        assertThat(disposable.has("VersioningConfiguration")).isFalse();
    }

    @Test
    void forgetRenditionsThatNoStyleNames() {
        var rules =
                Stacks.STANDARD
                        .properties(BUCKET, "StoreDerived")
                        .at("/LifecycleConfiguration/Rules");

        assertThat(rules)
                .filteredOn(rule -> rule.has("ExpirationInDays"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.get("Prefix").asText()).isEqualTo("_r/x/");
                    assertThat(rule.get("ExpirationInDays").asInt()).isEqualTo(30);
                });
    }

    @Test
    void announceUploadsAndDeletionsOnceTheQueueMayBeSentTo() {
        var bucket = Stacks.STANDARD.one(BUCKET, "StoreOriginals");

        assertThat(bucket.findValuesAsText("Event"))
                .containsExactly("s3:ObjectCreated:*", "s3:ObjectRemoved:*");
        assertThat(bucket.get("DependsOn").toString()).contains("QueueUploadsPolicy");
    }

    @Test
    void takeMessagesFromBucketsOfThisAccountOnly() {
        assertThat(statements(Stacks.STANDARD.one("AWS::SQS::QueuePolicy", "QueueUploads")))
                .filteredOn(statement -> statement.get("Effect").asText().equals("Allow"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.get("Principal"))
                            .hasToString("{\"Service\":\"s3.amazonaws.com\"}");
                    assertThat(statement.get("Action").asText()).isEqualTo("sqs:SendMessage");
                    assertThat(statement.get("Condition"))
                            .hasToString(
                                    "{\"StringEquals\":{\"aws:SourceAccount\":"
                                            + "{\"Ref\":\"AWS::AccountId\"}}}");
                });
    }

    @ParameterizedTest
    @CsvSource({"QueueUploads", "QueueBackfill"})
    void giveAMessageTenTriesAndTwoWeeks(String queue) {
        var properties = Stacks.STANDARD.properties("AWS::SQS::Queue", queue);

        assertThat(properties.get("VisibilityTimeout").asInt()).isEqualTo(120);
        assertThat(properties.get("MessageRetentionPeriod").asInt()).isEqualTo(TWO_WEEKS);
        assertThat(properties.get("ReceiveMessageWaitTimeSeconds").asInt()).isEqualTo(20);
        assertThat(properties.get("SqsManagedSseEnabled").asBoolean()).isTrue();
        assertThat(properties.at("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(10);
        assertThat(properties.at("/RedrivePolicy/deadLetterTargetArn").toString())
                .contains("QueueDeadLetters");
    }

    @Test
    void haveStylesRecoveredAndAttemptsForgotten() {
        var styles = Stacks.STANDARD.one("AWS::DynamoDB::Table", "TablesStyles");
        assertThat(styles.findValue("PointInTimeRecoveryEnabled").asBoolean()).isTrue();
        assertThat(styles.get("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(styles.at("/Properties/KeySchema/0/AttributeName").asText()).isEqualTo("id");

        var attempts = Stacks.STANDARD.properties("AWS::DynamoDB::Table", "TablesAttempts");
        assertThat(attempts.at("/TimeToLiveSpecification/AttributeName").asText())
                .isEqualTo("expiresAt");
        assertThat(attempts.at("/KeySchema/0/AttributeName").asText()).isEqualTo("key");
        assertThat(Stacks.CHOSEN.all("AWS::DynamoDB::Table")).hasSize(1);
    }

    static List<JsonNode> statements(JsonNode policy) {
        var all = policy.at("/Properties/PolicyDocument/Statement");
        return StreamSupport.stream(all.spliterator(), false).toList();
    }
}
