package io.imagehandler.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Tasks
class TasksTest {

    private static final String TASK = "AWS::ECS::TaskDefinition";
    private static final String SERVICE = "AWS::ECS::Service";

    @ParameterizedTest
    @EnumSource
    void runOnARootThatCannotBeWrittenWithoutACapability(Stacks stack) {
        assertThat(stack.all(TASK).values())
                .hasSize(3)
                .allSatisfy(task -> {
                    var container = task.at("/Properties/ContainerDefinitions/0");
                    assertThat(container.get("ReadonlyRootFilesystem").asBoolean()).isTrue();
                    assertThat(container.at("/LinuxParameters/Capabilities/Drop"))
                            .hasToString("[\"ALL\"]");
                    assertThat(container.at("/LinuxParameters/InitProcessEnabled").asBoolean())
                            .isTrue();
                    assertThat(container.has("Secrets")).isFalse();
                    assertThat(container.at("/MountPoints/0/ContainerPath").asText())
                            .isEqualTo("/tmp");
                });
    }

    @ParameterizedTest
    @CsvSource({"STANDARD, ARM64", "DISPOSABLE, X86_64"})
    void runOnTheProcessorsTheirImagesAreBuiltFor(Stacks stack, String architecture) {
        assertThat(stack.all(TASK).values())
                .extracting(task -> task.findValue("CpuArchitecture").asText())
                .containsOnly(architecture);
    }

    @ParameterizedTest
    @EnumSource
    void keepTheirLogsForAMonth(Stacks stack) {
        assertThat(stack.all("AWS::Logs::LogGroup").values())
                .hasSizeGreaterThanOrEqualTo(4)
                .extracting(log -> log.at("/Properties/RetentionInDays").asInt())
                .containsOnly(30);
    }

    @ParameterizedTest
    @CsvSource({"OnDemand", "Worker"})
    void goBackToWhatRanIfADeploymentFails(String service) {
        var properties = Stacks.STANDARD.properties(SERVICE, service);

        assertThat(properties.at("/DeploymentConfiguration/DeploymentCircuitBreaker"))
                .hasToString("{\"Enable\":true,\"Rollback\":true}");
        assertThat(
                        properties
                                .at("/NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp")
                                .asText())
                .isEqualTo("DISABLED");
        assertThat(properties.has("DesiredCount")).as("left to the scaling").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"OnDemand, 2, 20", "Worker, 0, 20"})
    void areAsManyAsTheSettingsLetThem(String service, int least, int most) {
        var target =
                Stacks.STANDARD.properties("AWS::ApplicationAutoScaling::ScalableTarget", service);

        assertThat(target.get("MinCapacity").asInt()).isEqualTo(least);
        assertThat(target.get("MaxCapacity").asInt()).isEqualTo(most);
    }

    @Test
    void ofTheWorkerRunOnSpotWhereThatIsSet() {
        assertThat(provider(Stacks.STANDARD)).isEqualTo("FARGATE");
        assertThat(provider(Stacks.CHOSEN)).isEqualTo("FARGATE_SPOT");
    }

    @Test
    void areInTwoZonesBehindOneNatGateway() {
        var subnets = Stacks.STANDARD.properties(SERVICE, "OnDemand").findValue("Subnets");

        assertThat(subnets).hasSize(2);
        assertThat(Stacks.STANDARD.all("AWS::EC2::NatGateway")).hasSize(1);
        assertThat(Stacks.STANDARD.all("AWS::EC2::VPCEndpoint")).hasSize(2);
        assertThat(Stacks.CHOSEN.all("AWS::EC2::Subnet").values())
                .extracting(subnet -> subnet.at("/Properties/AvailabilityZone").asText())
                .containsOnly("eu-west-1a", "eu-west-1b");
    }

    @ParameterizedTest
    @EnumSource
    void callNobodyButAwsAndAreCalledByTheLoadBalancerOnly(Stacks stack) {
        var tasks =
                stack.all("AWS::EC2::SecurityGroup").entrySet().stream()
                        .filter(group -> !group.getKey().contains("FrontDoor"))
                        .map(group -> group.getValue().get("Properties"))
                        .toList();

        assertThat(tasks)
                .hasSize(3)
                .allSatisfy(group -> {
                    assertThat(group.has("SecurityGroupIngress")).isFalse();
                    assertThat(group.get("SecurityGroupEgress"))
                            .singleElement()
                            .satisfies(
                                    rule -> assertThat(rule.get("ToPort").asInt()).isEqualTo(443));
                });
        assertThat(stack.all("AWS::EC2::SecurityGroupIngress").values())
                .filteredOn(rule -> rule.at("/Properties/FromPort").asInt() == 8080)
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.at("/Properties/SourceSecurityGroupId").toString())
                                .contains("FrontDoor"));
    }

    @ParameterizedTest
    @EnumSource
    void areBehindALoadBalancerThatOnlyCloudFrontReaches(Stacks stack) {
        var balancer = stack.properties("AWS::ElasticLoadBalancingV2::LoadBalancer", "OnDemand");
        var rules = rules(stack, "OnDemandFrontDoorGroup");

        assertThat(balancer.get("Scheme").asText()).isEqualTo("internal");
        assertThat(attribute(balancer, "routing.http.desync_mitigation_mode"))
                .isEqualTo("strictest");
        assertThat(attribute(balancer, "routing.http.drop_invalid_header_fields.enabled"))
                .isEqualTo("true");
        assertThat(rules).contains("SourcePrefixListId").doesNotContain("0.0.0.0", "CidrIp");
    }

    static String attribute(JsonNode resource, String key) {
        var attributes =
                resource.has("LoadBalancerAttributes")
                        ? resource.get("LoadBalancerAttributes")
                        : resource.get("TargetGroupAttributes");
        return StreamSupport.stream(attributes.spliterator(), false)
                .filter(attribute -> attribute.get("Key").asText().equals(key))
                .map(attribute -> attribute.get("Value").asText())
                .findAny()
                .orElse("not set");
    }

    /// What is let in, wherever in the template that is said.
    private static String rules(Stacks stack, String group) {
        var within =
                stack.properties("AWS::EC2::SecurityGroup", group).path("SecurityGroupIngress");
        var beside =
                stack.all("AWS::EC2::SecurityGroupIngress").entrySet().stream()
                        .filter(rule -> rule.getKey().startsWith(group))
                        .map(rule -> rule.getValue().get("Properties").toString())
                        .toList();
        return within + beside.toString();
    }

    private static String provider(Stacks stack) {
        return stack.properties(SERVICE, "Worker")
                .at("/CapacityProviderStrategy/0/CapacityProvider")
                .asText();
    }
}
