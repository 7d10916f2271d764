package io.imagehandler.infra.storage;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.imagehandler.infra.settings.Storage;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.constructs.Construct;

/// The tables: of styles, which are people's work and are kept, and of attempts, which may be lost
/// at any time.
public final class Tables extends Construct {

    private final ITable styles;
    private final Table attempts;

    public Tables(Construct scope, String id, Storage settings) {
        super(scope, id);
        styles =
                settings.styleTable().isEmpty()
                        ? styles(settings)
                        : Table.fromTableName(this, "Styles", settings.styleTable());
        attempts = makeAttempts();
    }

    public ITable styles() {
        return styles;
    }

    public Table attempts() {
        return attempts;
    }

    private Table styles(Storage settings) {
        return table("Styles", "id")
                .pointInTimeRecoverySpecification(recovery(true))
                .deletionProtection(settings.keepData())
                .removalPolicy(settings.keepData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    private Table makeAttempts() {
        Table table =
                table("Attempts", "key")
                        .timeToLiveAttribute("expiresAt")
                        .pointInTimeRecoverySpecification(recovery(false))
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        var reason =
                NagPackSuppression.builder()
                        .id("AwsSolutions-DDB3")
                        .reason("What it holds is made anew; nothing that is right depends on it")
                        .build();
        NagSuppressions.addResourceSuppressions(table, List.of(reason));
        return table;
    }

    private Table.Builder table(String id, String key) {
        return Table.Builder.create(this, id)
                .partitionKey(Attribute.builder().name(key).type(AttributeType.STRING).build())
                .billingMode(BillingMode.PAY_PER_REQUEST);
    }

    private static PointInTimeRecoverySpecification recovery(boolean enabled) {
        return PointInTimeRecoverySpecification.builder()
                .pointInTimeRecoveryEnabled(enabled)
                .build();
    }
}
