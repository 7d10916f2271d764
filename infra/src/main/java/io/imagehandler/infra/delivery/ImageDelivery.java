package io.imagehandler.infra.delivery;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.imagehandler.infra.compute.FrontDoor;
import io.imagehandler.infra.compute.ServiceNetwork;
import io.imagehandler.infra.settings.Delivery;
import io.imagehandler.infra.storage.ImageStore;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.KeyValueStore;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.constructs.Construct;

/// The distribution. By default a request goes to the originals; for renditions the function sends
/// it to what is stored and, failing that, to the service.
///
/// The behaviour of `/_r/*` is there because only behaviours bring origins. What is asked for under
/// it by a viewer is refused: an error or an original must not get under a rendition's name.
public final class ImageDelivery extends Construct {

    private static final String WARNINGS = "@aws-cdk/aws-cloudfront-origins:";

    private final Distribution distribution;
    private final EdgeFunctions functions;
    private final CachePolicy cache;
    private final ResponseHeadersPolicy headers;

    /// What is delivered.
    ///
    /// @param store the buckets
    /// @param door the service's
    /// @param network that the service is in
    public record Sources(ImageStore store, FrontDoor door, ServiceNetwork network) {}

    public ImageDelivery(Construct scope, String id, Delivery settings, Sources sources) {
        super(scope, id);
        functions = new EdgeFunctions(this, "Edge", settings);
        cache = Policies.byPath(this);
        headers = Policies.headers(this);
        distribution = distribution(settings, sources);
        sayWhy(settings);
        acknowledge();
    }

    public Distribution distribution() {
        return distribution;
    }

    /// Of signing keys and of what is known of styles at the edge.
    public KeyValueStore store() {
        return functions.store();
    }

    private Distribution distribution(Delivery settings, Sources sources) {
        var origins = new Origins(this, settings.originShieldRegion());
        IOrigin renditions = origins.renditions(sources.store(), sources.door(), sources.network());
        var builder =
                Distribution.Builder.create(this, "Distribution")
                        .comment("Originals, and what is made of them")
                        .defaultBehavior(
                                behavior(Origins.originals(sources.store()), functions.main()))
                        .additionalBehaviors(
                                Map.of("/_r/*", behavior(renditions, functions.reserved())))
                        .errorResponses(Policies.errors())
                        .httpVersion(HttpVersion.HTTP2_AND_3)
                        .priceClass(PriceClass.PRICE_CLASS_100)
                        .publishAdditionalMetrics(true)
                        .enableLogging(true)
                        .logBucket(sources.store().accessLogs())
                        .logFilePrefix("cloudfront/");
        if (!settings.domainNames().isEmpty()) {
            builder.domainNames(settings.domainNames())
                    .certificate(
                            Certificate.fromCertificateArn(
                                    this, "Certificate", settings.certificateArn()))
                    .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021);
        }
        if (!settings.webAclArn().isEmpty()) {
            builder.webAclId(settings.webAclArn());
        }
        return builder.build();
    }

    private BehaviorOptions behavior(IOrigin origin, List<FunctionAssociation> function) {
        return BehaviorOptions.builder()
                .origin(origin)
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                .cachePolicy(cache)
                .responseHeadersPolicy(headers)
                .functionAssociations(function)
                // Pictures are compressed already.
                .compress(false)
                .build();
    }

    private void acknowledge() {
        var annotations = Annotations.of(distribution);
        // The function refuses the root, the only path at which a bucket would be listed.
        annotations.acknowledgeWarning(WARNINGS + "listBucketSecurityRisk");
        // The stack's outputs tell the owner of an existing bucket what to do.
        annotations.acknowledgeWarning(WARNINGS + "updateImportedBucketPolicyOac");
    }

    private void sayWhy(Delivery settings) {
        var reasons =
                List.of(
                        because(
                                "AwsSolutions-CFR1",
                                "Who may see pictures is for their owner to say"),
                        because(
                                "AwsSolutions-CFR2",
                                "A web ACL costs money each month and is a setting; what costs"
                                        + " computing has to be signed, or named by a style"),
                        because(
                                "AwsSolutions-CFR4",
                                "Only CloudFront's own certificate, of an address without a name"
                                        + " of one's own, allows older TLS; that cannot be changed"));
        NagSuppressions.addResourceSuppressions(
                distribution, settings.domainNames().isEmpty() ? reasons : reasons.subList(0, 2));
    }

    private static NagPackSuppression because(String rule, String reason) {
        return NagPackSuppression.builder().id(rule).reason(reason).build();
    }
}
