package io.imagehandler.infra.delivery;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.CacheCookieBehavior;
import software.amazon.awscdk.services.cloudfront.CacheHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CacheQueryStringBehavior;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersCorsBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/// How long answers are kept, under which name, and what every answer says.
final class Policies {

    /// No script and nothing from elsewhere, should a browser take a picture for a page.
    private static final String CONTENT_SECURITY =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /// Seconds by status. Those that are left out CloudFront does not keep, or does not know here;
    /// its own 10 s would keep an outage alive for each URL.
    private static final Map<Integer, Integer> ERRORS =
            Map.of(400, 60, 403, 10, 404, 30, 405, 60, 414, 60, 500, 1, 502, 0, 503, 0, 504, 1);

    private Policies() {}

    /// By the path alone: the function has put everything that matters into it.
    static CachePolicy byPath(Construct scope) {
        return CachePolicy.Builder.create(scope, "ByPath")
                .comment("By the path alone")
                .headerBehavior(CacheHeaderBehavior.none())
                .queryStringBehavior(CacheQueryStringBehavior.none())
                .cookieBehavior(CacheCookieBehavior.none())
                .enableAcceptEncodingGzip(false)
                .enableAcceptEncodingBrotli(false)
                .minTtl(Duration.seconds(0))
                .defaultTtl(Duration.days(1))
                .maxTtl(Duration.days(365))
                .build();
    }

    static ResponseHeadersPolicy headers(Construct scope) {
        var security =
                ResponseSecurityHeadersBehavior.builder()
                        .contentTypeOptions(
                                ResponseHeadersContentTypeOptions.builder().override(true).build())
                        .contentSecurityPolicy(
                                ResponseHeadersContentSecurityPolicy.builder()
                                        .contentSecurityPolicy(CONTENT_SECURITY)
                                        .override(true)
                                        .build())
                        .build();
        return ResponseHeadersPolicy.Builder.create(scope, "Headers")
                .comment("A picture is a picture and nothing else")
                .securityHeadersBehavior(security)
                .corsBehavior(everySite())
                .build();
    }

    static List<ErrorResponse> errors() {
        return ERRORS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(error ->
                        ErrorResponse.builder()
                                .httpStatus(error.getKey())
                                .ttl(Duration.seconds(error.getValue()))
                                .build())
                .toList();
    }

    private static ResponseHeadersCorsBehavior everySite() {
        return ResponseHeadersCorsBehavior.builder()
                .accessControlAllowOrigins(List.of("*"))
                .accessControlAllowMethods(List.of("GET", "HEAD"))
                .accessControlAllowHeaders(List.of("*"))
                .accessControlAllowCredentials(false)
                .originOverride(true)
                .build();
    }
}
