package io.imagehandler.style.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// DynamoDB as far as reading all of a table goes; it can be away.
final class OneTable implements DynamoDbClient {

    private final Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    private volatile RuntimeException failure;
    private volatile int scans;

    synchronized void put(String name, String text) {
        items.put(
                name,
                Map.of("id", AttributeValue.fromS(name), "style", AttributeValue.fromS(text)));
    }

    void goAway() {
        failure = SdkClientException.create("away");
    }

    void breakDown() {
        failure = new IllegalStateException("a defect");
    }

    void comeBack() {
        failure = null;
    }

    int scans() {
        return scans;
    }

    @Override
    public synchronized ScanResponse scan(ScanRequest request) {
        scans++;
        if (failure != null) {
            throw failure;
        }
        return ScanResponse.builder().items(List.copyOf(items.values())).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
