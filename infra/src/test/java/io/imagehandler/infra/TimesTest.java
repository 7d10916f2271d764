package io.imagehandler.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.io.FileSystemResource;

/// Times are in the order in which everybody waits for the next one
class TimesTest {

    private static final Duration DRAIN = Duration.ofSeconds(35);
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final Duration STORING = Duration.ofSeconds(10);

    @Test
    void ofConnectionsThatAreKept() {
        Duration edge = seconds(service().at("/VpcOriginConfig/OriginKeepaliveTimeout"));
        var balancer =
                Stacks.STANDARD.properties("AWS::ElasticLoadBalancingV2::LoadBalancer", "OnDemand");
        Duration idle =
                Duration.ofSeconds(
                        Long.parseLong(
                                TasksTest.attribute(balancer, "idle_timeout.timeout_seconds")));
        Duration tomcat = setting("on-demand", "server.tomcat.keep-alive-timeout");

        assertThat(edge).isLessThan(idle);
        assertThat(idle).isLessThan(tomcat);
    }

    @Test
    void ofARequest() {
        assertThat(seconds(service().at("/VpcOriginConfig/OriginReadTimeout")))
                .isGreaterThan(DEADLINE);
    }

    @Test
    void ofTheEndOfATaskOnDemand() {
        var targets =
                Stacks.STANDARD.properties("AWS::ElasticLoadBalancingV2::TargetGroup", "OnDemand");
        Duration noticed =
                seconds(targets.get("HealthCheckIntervalSeconds"))
                        .multipliedBy(targets.get("UnhealthyThresholdCount").asInt());

        assertThat(noticed).isLessThan(DRAIN);
        assertThat(stop("OnDemand")).isGreaterThan(DRAIN.plus(DEADLINE).plus(STORING));
    }

    @Test
    void ofTheEndOfAWorker() {
        Duration spring =
                setting("renditions-worker", "spring.lifecycle.timeout-per-shutdown-phase");

        assertThat(spring).isLessThan(stop("Worker"));
        assertThat(stop("Worker")).isEqualTo(Duration.ofMinutes(2));
    }

    private static JsonNode service() {
        return StreamSupport.stream(
                        DeliveryTest.distribution(Stacks.STANDARD).get("Origins").spliterator(),
                        false)
                .filter(origin -> origin.get("Id").asText().equals("on-demand"))
                .findAny()
                .orElseThrow();
    }

    private static Duration stop(String task) {
        return seconds(
                Stacks.STANDARD
                        .properties("AWS::ECS::TaskDefinition", task)
                        .at("/ContainerDefinitions/0/StopTimeout"));
    }

    private static Duration seconds(JsonNode number) {
        return Duration.ofSeconds(number.asLong());
    }

    private static Duration setting(String module, String name) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(
                new FileSystemResource("../" + module + "/src/main/resources/application.yaml"));
        Map<?, ?> properties = Objects.requireNonNull(yaml.getObject());
        return DurationStyle.detectAndParse(String.valueOf(properties.get(name)));
    }
}
