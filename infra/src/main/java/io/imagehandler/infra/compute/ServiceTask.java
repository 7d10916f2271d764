package io.imagehandler.infra.compute;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.imagehandler.infra.settings.Architecture;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Capability;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LinuxParameters;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// A task of one container, as all of ours are: on a root that cannot be written, without a
/// capability, with its settings as one JSON, in which a name that the service does not know stops
/// its start.
final class ServiceTask extends Construct {

    static final int PORT = 8080;

    private static final int MIB_PER_VCPU = 2048;
    private static final int UNITS_PER_VCPU = 1024;

    /// In bash, since the images have no client of HTTP.
    private static final String ALIVE =
            "exec 3<>/dev/tcp/127.0.0.1/"
                    + PORT
                    + " && printf 'GET /health/live HTTP/1.1\\r\\nHost: localhost\\r\\n"
                    + "Connection: close\\r\\n\\r\\n' >&3"
                    + " && read -r _ status _ <&3 && [ \"$status\" = 200 ]";

    private final FargateTaskDefinition definition;
    private final ContainerDefinition container;
    private final LogGroup log;

    /// What differs between tasks.
    ///
    /// @param image the container's
    /// @param architecture what the image is built for
    /// @param vcpus 1, 2 or 4, with 2 GiB of memory for each
    /// @param settings of the service, by their names
    /// @param stopTimeout from being told to end to being ended
    /// @param command what the container is to do; empty: to serve
    record Shape(
            ContainerImage image,
            Architecture architecture,
            int vcpus,
            Map<String, String> settings,
            Duration stopTimeout,
            List<String> command) {}

    ServiceTask(Construct scope, String id, Shape shape) {
        super(scope, id);
        log =
                LogGroup.Builder.create(this, "Log")
                        .retention(RetentionDays.ONE_MONTH)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        definition =
                FargateTaskDefinition.Builder.create(this, "Definition")
                        .cpu(shape.vcpus() * UNITS_PER_VCPU)
                        .memoryLimitMiB(shape.vcpus() * MIB_PER_VCPU)
                        .runtimePlatform(platform(shape.architecture()))
                        .volumes(List.of(Volume.builder().name("temporary").build()))
                        .build();
        container = definition.addContainer("Service", container(shape));
        container.addMountPoints(
                MountPoint.builder()
                        .sourceVolume("temporary")
                        .containerPath("/tmp")
                        .readOnly(false)
                        .build());
    }

    FargateTaskDefinition definition() {
        return definition;
    }

    ContainerDefinition container() {
        return container;
    }

    LogGroup log() {
        return log;
    }

    /// To be called once, with all that there is.
    void allow(List<PolicyStatement> statements) {
        statements.forEach(definition::addToTaskRolePolicy);
        sayWhy();
    }

    private ContainerDefinitionOptions container(Shape shape) {
        var options =
                ContainerDefinitionOptions.builder()
                        .image(shape.image())
                        .environment(
                                Map.of(
                                        "SPRING_APPLICATION_JSON",
                                        Stack.of(this).toJsonString(shape.settings())))
                        .logging(logging())
                        .readonlyRootFilesystem(true)
                        .linuxParameters(noCapabilities())
                        .stopTimeout(shape.stopTimeout());
        return shape.command().isEmpty()
                ? options.portMappings(List.of(port())).healthCheck(alive()).build()
                : options.command(shape.command()).build();
    }

    private LogDriver logging() {
        return LogDriver.awsLogs(
                AwsLogDriverProps.builder()
                        .logGroup(log)
                        .streamPrefix("service")
                        // A log that is not taken must not stop pictures.
                        .mode(AwsLogDriverMode.NON_BLOCKING)
                        .maxBufferSize(Size.mebibytes(4))
                        .build());
    }

    private LinuxParameters noCapabilities() {
        var parameters =
                LinuxParameters.Builder.create(this, "Linux").initProcessEnabled(true).build();
        parameters.dropCapabilities(Capability.ALL);
        return parameters;
    }

    /// Ends what hangs: native code cannot be stopped, only its process replaced.
    private static HealthCheck alive() {
        return HealthCheck.builder()
                .command(List.of("CMD", "bash", "-c", ALIVE))
                .interval(Duration.seconds(10))
                .timeout(Duration.seconds(5))
                .retries(3)
                .startPeriod(Duration.seconds(60))
                .build();
    }

    private static PortMapping port() {
        return PortMapping.builder().containerPort(PORT).build();
    }

    private static RuntimePlatform platform(Architecture architecture) {
        return RuntimePlatform.builder()
                .operatingSystemFamily(OperatingSystemFamily.LINUX)
                .cpuArchitecture(
                        switch (architecture) {
                            case ARM64 -> CpuArchitecture.ARM64;
                            case X86_64 -> CpuArchitecture.X86_64;
                        })
                .build();
    }

    private void sayWhy() {
        NagSuppressions.addResourceSuppressions(
                definition,
                List.of(
                        because("AwsSolutions-ECS2", "Names of buckets and queues, no secrets"),
                        because(
                                "AwsSolutions-IAM5",
                                "All keys of a bucket, and only those under _r/ where it writes;"
                                        + " signing in to ECR has no resource")),
                true);
    }

    private static NagPackSuppression because(String rule, String reason) {
        return NagPackSuppression.builder().id(rule).reason(reason).build();
    }
}
