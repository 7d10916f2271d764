package io.imagehandler.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The distribution
class DeliveryTest {

    private static final String FUNCTION = "AWS::CloudFront::Function";
    private static final int MOST_BYTES = 10_240;

    @ParameterizedTest
    @EnumSource
    void goesToOriginalsUnlessTheFunctionChoosesOtherwise(Stacks stack) {
        var behaviour = distribution(stack).get("DefaultCacheBehavior");

        assertThat(behaviour.get("TargetOriginId").asText()).isEqualTo("originals");
        assertThat(behaviour.get("FunctionAssociations").toString())
                .contains("DeliveryEdgeViewerRequest");
        assertThat(behaviour.get("ViewerProtocolPolicy").asText()).isEqualTo("redirect-to-https");
        assertThat(behaviour.get("AllowedMethods")).hasToString("[\"GET\",\"HEAD\"]");
    }

    @ParameterizedTest
    @EnumSource
    void refusesViewersUnderTheReservedPrefix(Stacks stack) {
        assertThat(distribution(stack).get("CacheBehaviors"))
                .singleElement()
                .satisfies(behaviour -> {
                    assertThat(behaviour.get("PathPattern").asText()).isEqualTo("/_r/*");
                    assertThat(behaviour.get("FunctionAssociations").toString())
                            .contains("DeliveryEdgeReserved");
                });
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheOriginsByTheNamesThatTheFunctionHasForThem(Stacks stack) {
        String code = code(stack, "DeliveryEdgeViewerRequest");

        assertThat(distribution(stack).get("Origins"))
                .extracting(origin -> origin.get("Id").asText())
                .containsExactlyInAnyOrder("originals", "derived", "on-demand");
        assertThat(code).contains("originId:\"derived\"", "originId:\"on-demand\"");
    }

    @ParameterizedTest
    @EnumSource
    void hasTheMinifiedFunctionsWithNothingLeftToFillIn(Stacks stack) {
        for (String name : new String[] {"DeliveryEdgeViewerRequest", "DeliveryEdgeReserved"}) {
            String code = code(stack, name);
            assertThat(code).doesNotContain("${").contains("handler");
            assertThat(code.getBytes(UTF_8)).hasSizeLessThan(MOST_BYTES);
        }
    }

    @Test
    void tellsTheFunctionWhoHasToSign() {
        assertThat(code(Stacks.STANDARD, "DeliveryEdgeViewerRequest")).contains("[\"ad-hoc\"]");
        assertThat(code(Stacks.CHOSEN, "DeliveryEdgeViewerRequest"))
                .isNotEqualTo(code(Stacks.STANDARD, "DeliveryEdgeViewerRequest"));
    }

    @Test
    void triesWhatIsStoredBeforeTheService() {
        var group = distribution(Stacks.STANDARD).at("/OriginGroups/Items/0");

        assertThat(group.at("/Members/Items").findValuesAsText("OriginId"))
                .containsExactly("derived", "on-demand");
        assertThat(group.at("/FailoverCriteria/StatusCodes/Items"))
                .hasToString("[403,404,500,502,503,504]");
    }

    @Test
    void keepsErrorsNoLongerThanTheyMayLast() {
        String lifetimes =
                StreamSupport.stream(
                                distribution(Stacks.STANDARD)
                                        .get("CustomErrorResponses")
                                        .spliterator(),
                                false)
                        .map(error ->
                                error.get("ErrorCode").asText()
                                        + " "
                                        + error.get("ErrorCachingMinTTL").asText())
                        .collect(Collectors.joining(", "));

        assertThat(lifetimes)
                .isEqualTo("400 60, 403 10, 404 30, 405 60, 414 60, 500 1, 502 0, 503 0, 504 1");
    }

    @Test
    void cachesByThePathAlone() {
        var key =
                Stacks.STANDARD
                        .properties("AWS::CloudFront::CachePolicy", "Delivery")
                        .at("/CachePolicyConfig/ParametersInCacheKeyAndForwardedToOrigin");

        assertThat(key.findValuesAsText("HeaderBehavior")).containsExactly("none");
        assertThat(key.findValuesAsText("QueryStringBehavior")).containsExactly("none");
        assertThat(key.findValuesAsText("CookieBehavior")).containsExactly("none");
        assertThat(key.get("EnableAcceptEncodingGzip").asBoolean()).isFalse();
    }

    @Test
    void saysThatAPictureIsNothingElse() {
        String headers =
                Stacks.STANDARD
                        .properties("AWS::CloudFront::ResponseHeadersPolicy", "Delivery")
                        .toString();

        assertThat(headers)
                .contains("default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .contains("\"ContentTypeOptions\":{\"Override\":true}");
    }

    @Test
    void takesANameACertificateAWebAclAndAShieldWhereTheyAreSet() {
        var chosen = distribution(Stacks.CHOSEN);

        assertThat(chosen.get("Aliases")).hasToString("[\"img.example.com\"]");
        assertThat(chosen.at("/ViewerCertificate/MinimumProtocolVersion").asText())
                .isEqualTo("TLSv1.2_2021");
        assertThat(chosen.get("WebACLId").asText()).endsWith("webacl/rate/0123");
        assertThat(chosen.findValuesAsText("OriginShieldRegion"))
                .containsExactly("eu-west-1", "eu-west-1");
        assertThat(distribution(Stacks.STANDARD).has("WebACLId")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void logsWhoAsked(Stacks stack) {
        var logging = distribution(stack).get("Logging");

        assertThat(logging.get("Bucket").toString()).contains("StoreAccessLogs");
        assertThat(logging.get("Prefix").asText()).isEqualTo("cloudfront/");
    }

    static JsonNode distribution(Stacks stack) {
        return stack.properties("AWS::CloudFront::Distribution", "Delivery")
                .get("DistributionConfig");
    }

    private static String code(Stacks stack, String name) {
        return stack.properties(FUNCTION, name).get("FunctionCode").asText();
    }
}
