package io.imagehandler.infra.compute;

import io.imagehandler.infra.settings.Network;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// Two zones, in which tasks have no public address. Pictures go to and from S3 by its gateway
/// endpoint, never through the NAT gateway, which is paid by the byte.
public final class ServiceNetwork extends Construct {

    private static final String TASKS = "Tasks";
    private static final int ZONES = 2;

    private final Vpc vpc;

    public ServiceNetwork(Construct scope, String id, Network settings) {
        super(scope, id);
        var builder =
                Vpc.Builder.create(this, "Vpc")
                        .natGateways(settings.natGateways())
                        .subnetConfiguration(subnets())
                        .gatewayEndpoints(endpoints())
                        .flowLogs(Map.of("Flows", flowLog()))
                        // It takes a function to empty the default group, and nothing is in it.
                        .restrictDefaultSecurityGroup(false);
        vpc =
                settings.zones().isEmpty()
                        ? builder.maxAzs(ZONES).build()
                        : builder.availabilityZones(settings.zones()).build();
    }

    public Vpc vpc() {
        return vpc;
    }

    /// The subnets that tasks and the load balancer are in.
    public SubnetSelection tasks() {
        return SubnetSelection.builder().subnetGroupName(TASKS).build();
    }

    /// A group whose members may do nothing but call AWS.
    SecurityGroup callers(Construct scope, String id, String description) {
        SecurityGroup group = closed(scope, id, description);
        group.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "AWS");
        return group;
    }

    /// A group whose members neither call nor are called, but by rules to come.
    SecurityGroup closed(Construct scope, String id, String description) {
        return SecurityGroup.Builder.create(scope, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(false)
                .build();
    }

    private static List<SubnetConfiguration> subnets() {
        return List.of(
                SubnetConfiguration.builder()
                        .name("Public")
                        .subnetType(SubnetType.PUBLIC)
                        .mapPublicIpOnLaunch(false)
                        .cidrMask(28)
                        .build(),
                SubnetConfiguration.builder()
                        .name(TASKS)
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .cidrMask(22)
                        .build());
    }

    private static Map<String, GatewayVpcEndpointOptions> endpoints() {
        return new TreeMap<>(
                Map.of(
                        "S3", endpoint(GatewayVpcEndpointAwsService.S3),
                        "DynamoDb", endpoint(GatewayVpcEndpointAwsService.DYNAMODB)));
    }

    private static GatewayVpcEndpointOptions endpoint(GatewayVpcEndpointAwsService service) {
        return GatewayVpcEndpointOptions.builder().service(service).build();
    }

    private FlowLogOptions flowLog() {
        LogGroup group =
                LogGroup.Builder.create(this, "FlowLog")
                        .retention(RetentionDays.ONE_MONTH)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        return FlowLogOptions.builder()
                // What is let through is ours and known; what is refused tells of attacks.
                .trafficType(FlowLogTrafficType.REJECT)
                .destination(FlowLogDestination.toCloudWatchLogs(group))
                .build();
    }
}
