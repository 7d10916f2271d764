package io.imagehandler.local;

import io.imagehandler.local.s3.Delivery;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the user can choose. A port is 1 to 65535, and no two are the same.
///
/// @param edgePort where pictures are asked for
/// @param onDemandPort where the on-demand service listens
/// @param managementPort where the on-demand service tells operators of itself
/// @param workerPort where the worker says how it is
/// @param s3Port where S3 listens
/// @param sqsPort where SQS listens
/// @param dynamoDbPort where DynamoDB listens
/// @param data the folder that everything is kept in
/// @param engine which engine renders: `auto`, `vips` or `thumbnailator`
/// @param libvips the path of libvips' file; empty: where it usually is
/// @param events how faithfully S3 tells of uploads
/// @param signing which URLs must be signed
/// @param services who runs the services
record Settings(
        int edgePort,
        int onDemandPort,
        int managementPort,
        int workerPort,
        int s3Port,
        int sqsPort,
        int dynamoDbPort,
        Path data,
        Engine engine,
        String libvips,
        Delivery events,
        Signing signing,
        Host services) {

    /// Which engine renders.
    enum Engine {
        AUTO,
        VIPS,
        THUMBNAILATOR
    }

    /// Who runs the services.
    enum Host {
        OWN,
        EXTERNAL
    }

    /// Which URLs must be signed.
    enum Signing {
        OFF,
        AD_HOC,
        ALL;

        /// As it is typed.
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final List<String> PORTS =
            List.of(
                    "--edge-port",
                    "--on-demand-port",
                    "--management-port",
                    "--worker-port",
                    "--s3-port",
                    "--sqs-port",
                    "--dynamodb-port");

    private static final int HIGHEST_PORT = 65_535;

    Settings {
        data = data.toAbsolutePath().normalize();
        requireDistinct(
                byName(
                        edgePort,
                        onDemandPort,
                        managementPort,
                        workerPort,
                        s3Port,
                        sqsPort,
                        dynamoDbPort));
    }

    /// Every port by the name of its setting.
    Map<String, Integer> ports() {
        return byName(
                edgePort, onDemandPort, managementPort, workerPort, s3Port, sqsPort, dynamoDbPort);
    }

    /// @param ports in the order of [#PORTS]
    private static Map<String, Integer> byName(int... ports) {
        var names = new HashMap<String, Integer>();
        for (int i = 0; i < ports.length; i++) {
            names.put(PORTS.get(i), ports[i]);
        }
        return names;
    }

    private static void requireDistinct(Map<String, Integer> ports) {
        var owners = new HashMap<Integer, String>();
        ports.forEach((name, port) -> {
            if (port < 1 || port > HIGHEST_PORT) {
                throw new Refusal(
                        "%s must be between 1 and %d but is %d"
                                .formatted(name, HIGHEST_PORT, port));
            }
            var other = owners.put(port, name);
            if (other != null) {
                throw new Refusal(
                        "%s and %s must differ but both are %d".formatted(other, name, port));
            }
        });
    }
}
