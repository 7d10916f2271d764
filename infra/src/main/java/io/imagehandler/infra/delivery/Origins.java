package io.imagehandler.infra.delivery;

import io.imagehandler.infra.compute.FrontDoor;
import io.imagehandler.infra.compute.ServiceNetwork;
import io.imagehandler.infra.storage.ImageStore;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.AccessLevel;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.VpcOrigin;
import software.amazon.awscdk.services.cloudfront.VpcOriginEndpoint;
import software.amazon.awscdk.services.cloudfront.origins.OriginGroup;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOriginWithOACProps;
import software.amazon.awscdk.services.cloudfront.origins.VpcOriginProps;
import software.constructs.Construct;

/// Where pictures come from. The ids are those that the function knows the origins by.
final class Origins {

    /// On these the rendition is made: S3 answers 404, or 403 where it may not say that there is
    /// none.
    private static final List<Integer> NOT_THERE = List.of(403, 404, 500, 502, 503, 504);

    private static final Duration CONNECT = Duration.seconds(3);

    /// Twice what a request on demand takes at most.
    private static final Duration READ = Duration.seconds(30);

    private static final Duration KEEP_ALIVE = Duration.seconds(60);

    private final Construct scope;
    private final String shieldRegion;

    /// @param shieldRegion see the settings of delivery
    Origins(Construct scope, String shieldRegion) {
        this.scope = scope;
        this.shieldRegion = shieldRegion;
    }

    /// Listing is for an honest 404; the function lets nobody ask for the root, where it would
    /// list.
    static IOrigin originals(ImageStore store) {
        return S3BucketOrigin.withOriginAccessControl(
                store.originals(),
                S3BucketOriginWithOACProps.builder()
                        .originId("originals")
                        .connectionTimeout(CONNECT)
                        .originAccessLevels(List.of(AccessLevel.READ, AccessLevel.LIST))
                        .build());
    }

    /// What is stored, else the service.
    IOrigin renditions(ImageStore store, FrontDoor door, ServiceNetwork network) {
        var derived =
                S3BucketOriginWithOACProps.builder()
                        .originId("derived")
                        .connectionTimeout(CONNECT)
                        .originAccessLevels(List.of(AccessLevel.READ));
        if (!shieldRegion.isEmpty()) {
            derived.originShieldEnabled(true).originShieldRegion(shieldRegion);
        }
        return OriginGroup.Builder.create()
                .primaryOrigin(
                        S3BucketOrigin.withOriginAccessControl(store.derived(), derived.build()))
                .fallbackOrigin(service(door, network))
                .fallbackStatusCodes(NOT_THERE)
                .build();
    }

    private IOrigin service(FrontDoor door, ServiceNetwork network) {
        var inVpc =
                VpcOrigin.Builder.create(scope, "Service")
                        .endpoint(VpcOriginEndpoint.applicationLoadBalancer(door.balancer()))
                        .protocolPolicy(OriginProtocolPolicy.HTTP_ONLY)
                        .httpPort(80)
                        .build();
        // CloudFront refuses a load balancer that is not up, and a VPC that has no gateway.
        inVpc.getNode().addDependency(door.listener());
        inVpc.getNode().addDependency(network.vpc().getInternetConnectivityEstablished());
        var props =
                VpcOriginProps.builder()
                        .originId("on-demand")
                        .connectionTimeout(CONNECT)
                        .readTimeout(READ)
                        .keepaliveTimeout(KEEP_ALIVE);
        if (!shieldRegion.isEmpty()) {
            props.originShieldEnabled(true).originShieldRegion(shieldRegion);
        }
        return software.amazon.awscdk.services.cloudfront.origins.VpcOrigin.withVpcOrigin(
                inVpc, props.build());
    }
}
