package io.imagehandler.local.edge;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Client;

/// What the edge must be told.
///
/// @param host the address to listen on
/// @param port the port to listen on; 0 takes a free one
/// @param s3 reads both buckets; the caller closes it
/// @param originals the bucket of originals
/// @param derived the bucket of renditions
/// @param onDemand where the on-demand service is, without a path
/// @param deployment what is filled into the function when it is deployed
/// @param store the key value store that the function reads
/// @param longestTimeToLive how long anything is cached at most, whatever its origin says; zero
///   caches nothing
public record EdgeSettings(
        String host,
        int port,
        S3Client s3,
        String originals,
        String derived,
        URI onDemand,
        Deployment deployment,
        KeyValueStore store,
        Duration longestTimeToLive) {

    public EdgeSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535 but is " + port);
        }
        if (originals.equals(derived)) {
            throw new IllegalArgumentException(
                    "originals and derived must be different buckets but are both " + derived);
        }
        if (longestTimeToLive.isNegative()) {
            throw new IllegalArgumentException(
                    "longestTimeToLive must not be negative but is " + longestTimeToLive);
        }
    }
}
