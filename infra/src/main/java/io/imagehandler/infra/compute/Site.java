package io.imagehandler.infra.compute;

import io.imagehandler.infra.settings.ImageServiceSettings;
import io.imagehandler.infra.storage.ImageStore;
import io.imagehandler.infra.storage.Tables;
import io.imagehandler.infra.storage.UploadQueue;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.ecs.Cluster;

/// What all tasks share.
///
/// @param settings what was chosen
/// @param network where they run
/// @param cluster by which they run
/// @param images what they run
/// @param store the buckets
/// @param tables the tables
/// @param queue the queues
public record Site(
        ImageServiceSettings settings,
        ServiceNetwork network,
        Cluster cluster,
        Images images,
        ImageStore store,
        Tables tables,
        UploadQueue queue) {

    Permissions permissions() {
        return new Permissions(store, tables);
    }

    /// The settings that both services have, by their names.
    Map<String, String> serviceSettings() {
        return new TreeMap<>(
                Map.of(
                        "image-handler.originals-bucket", store.originals().getBucketName(),
                        "image-handler.derived-bucket", store.derived().getBucketName(),
                        "image-handler.style-table", tables.styles().getTableName(),
                        "image-handler.attempt-table", tables.attempts().getTableName()));
    }

    /// The worker's settings, by their names.
    Map<String, String> workerSettings() {
        var all = new TreeMap<>(serviceSettings());
        all.put("image-handler.upload-queue", queue.uploads().getQueueUrl());
        all.put("image-handler.backfill-queue", queue.backfill().getQueueUrl());
        all.put("image-handler.backfill-queue", queue.backfill().getQueueUrl());
        all.put("image-handler.dead-letter-queue", queue.deadLetters().getQueueUrl());
        return all;
    }

    /// The namespace of the metrics that come from the services' logs.
    public String metricNamespace() {
        return "ImageHandler/" + settings.stackName();
    }
}
