package io.imagehandler.infra.settings;

import java.util.List;

/// Where the tasks are.
///
/// @param natGateways by how many the tasks reach AWS; 2: one in each zone, for when a zone fails
/// @param zones two or more zones by name; none: two of the region
/// @param prefixList the id of the managed prefix list of CloudFront in this region; blank: looked
///   up while the stack is deployed, by a function that is there for nothing else
public record Network(int natGateways, List<String> zones, String prefixList) {

    public Network {
        ImageServiceSettings.require(
                zones.isEmpty() || zones.size() >= 2,
                "availabilityZones must name at least 2 zones but is " + zones);
        ImageServiceSettings.requireShape(
                "cloudFrontPrefixList", prefixList, "pl-[0-9a-f]+", "pl-3b927c52");
    }

    static Network from(Context context) {
        return new Network(
                context.number("natGateways", 1, 1, 3),
                context.list("availabilityZones"),
                context.text("cloudFrontPrefixList", ""));
    }
}
