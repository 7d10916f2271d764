package io.imagehandler.infra.settings;

import java.util.List;
import java.util.Set;

/// What stands before the viewers.
///
/// @param signing what needs a signature: `off` (nothing), `ad-hoc` (what a request itself spells
///   out) or `all`
/// @param forbidden what is never served: any of `originals`, `styles` and `ad-hoc`
/// @param domainNames names of our own
/// @param certificateArn a certificate of theirs in us-east-1; blank without them
/// @param webAclArn a web ACL of CloudFront; blank: none
/// @param rateLimit requests of one address in 5 minutes, above which a second stack's web ACL
///   blocks it; 0: there is no such stack
/// @param originShieldRegion where edges meet before they ask us; blank: they do not
public record Delivery(
        String signing,
        List<String> forbidden,
        List<String> domainNames,
        String certificateArn,
        String webAclArn,
        int rateLimit,
        String originShieldRegion) {

    private static final Set<String> KINDS = Set.of("originals", "styles", "ad-hoc");
    private static final String NORTH_VIRGINIA = "arn:aws[a-z-]*:%s:us-east-1:\\d{12}:%s/.+";

    public Delivery {
        ImageServiceSettings.require(
                KINDS.containsAll(forbidden),
                "forbidden must be of originals, styles, ad-hoc but is " + forbidden);
        ImageServiceSettings.require(
                domainNames.isEmpty() == certificateArn.isEmpty(),
                "domainNames and certificateArn must both be set, or neither");
        ImageServiceSettings.requireShape(
                "certificateArn",
                certificateArn,
                NORTH_VIRGINIA.formatted("acm", "certificate"),
                "arn:aws:acm:us-east-1:123456789012:certificate/…");
        ImageServiceSettings.requireShape(
                "webAclArn",
                webAclArn,
                NORTH_VIRGINIA.formatted("wafv2", "global/webacl"),
                "arn:aws:wafv2:us-east-1:123456789012:global/webacl/…");
        ImageServiceSettings.require(
                rateLimit == 0 || rateLimit >= 10,
                "rateLimit must be 0 or at least 10 but is " + rateLimit);
    }

    static Delivery from(Context context) {
        return new Delivery(
                context.oneOf("signing", "ad-hoc", List.of("off", "ad-hoc", "all")),
                context.list("forbidden"),
                context.list("domainNames"),
                context.text("certificateArn", ""),
                context.text("webAclArn", ""),
                context.number("rateLimit", 0, 0, 2_000_000_000),
                context.text("originShieldRegion", ""));
    }
}
