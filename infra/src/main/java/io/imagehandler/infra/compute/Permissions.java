package io.imagehandler.infra.compute;

import io.imagehandler.infra.storage.ImageStore;
import io.imagehandler.infra.storage.Tables;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sqs.IQueue;

/// What tasks may be allowed, statement by statement. The CDK's grants allow more than is needed:
/// versions, tags, legal holds.
final class Permissions {

    private final ImageStore store;
    private final Tables tables;

    Permissions(ImageStore store, Tables tables) {
        this.store = store;
        this.tables = tables;
    }

    /// Reads originals. Listing is for an honest 404: without it a missing original answers 403,
    /// and a lost permission would look like a deletion.
    List<PolicyStatement> readOriginals() {
        return List.of(
                allow("ReadOriginals", List.of("s3:GetObject"), originals("/*")),
                allow("SeeMissingOriginals", List.of("s3:ListBucket"), originals("")));
    }

    /// Reads and writes renditions, and removes those that it has looked at: a delete must name the
    /// ETag of what it means.
    List<PolicyStatement> keepRenditions() {
        var actions = List.of("s3:GetObject", "s3:PutObject");
        return List.of(
                allow("KeepRenditions", actions, derived("/_r/*")),
                removeSeenRenditions(),
                seeMissingRenditions());
    }

    /// Looks at renditions, and leaves them as they are.
    List<PolicyStatement> seeRenditions() {
        return List.of(
                allow("SeeRenditions", List.of("s3:GetObject"), derived("/_r/*")),
                seeMissingRenditions());
    }

    /// For an honest 404 here as well.
    private PolicyStatement seeMissingRenditions() {
        return allow("SeeMissingRenditions", List.of("s3:ListBucket"), derived(""));
    }

    private PolicyStatement removeSeenRenditions() {
        PolicyStatement statement =
                allow("RemoveSeenRenditions", List.of("s3:DeleteObject"), derived("/_r/*"));
        statement.addCondition("Null", Map.of("s3:if-match", "false"));
        return statement;
    }

    PolicyStatement readStyles() {
        return allow("ReadStyles", List.of("dynamodb:Scan"), tables.styles().getTableArn());
    }

    PolicyStatement readAttempts() {
        return allow("ReadAttempts", List.of("dynamodb:GetItem"), tables.attempts().getTableArn());
    }

    PolicyStatement recordAttempts() {
        return allow(
                "RecordAttempts",
                List.of("dynamodb:GetItem", "dynamodb:UpdateItem"),
                tables.attempts().getTableArn());
    }

    /// Where a reconcile or backfill got to is kept beside the attempts.
    PolicyStatement recordRuns() {
        return allow(
                "RecordRuns",
                List.of("dynamodb:GetItem", "dynamodb:PutItem"),
                tables.attempts().getTableArn());
    }

    PolicyStatement workOn(String sid, IQueue queue) {
        return allow(
                sid,
                List.of(
                        "sqs:ReceiveMessage",
                        "sqs:DeleteMessage",
                        "sqs:ChangeMessageVisibility",
                        "sqs:GetQueueAttributes"),
                queue.getQueueArn());
    }

    PolicyStatement send(String sid, IQueue queue) {
        return allow(sid, List.of("sqs:SendMessage"), queue.getQueueArn());
    }

    /// Sends, no faster than it is worked on.
    PolicyStatement sendAndCount(String sid, IQueue queue) {
        return allow(
                sid, List.of("sqs:SendMessage", "sqs:GetQueueAttributes"), queue.getQueueArn());
    }

    static PolicyStatement allow(String sid, List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .actions(actions)
                .resources(List.of(resource))
                .build();
    }

    private String originals(String keys) {
        return store.originals().getBucketArn() + keys;
    }

    private String derived(String keys) {
        return store.derived().getBucketArn() + keys;
    }
}
