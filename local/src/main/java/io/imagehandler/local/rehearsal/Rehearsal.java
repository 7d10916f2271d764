package io.imagehandler.local.rehearsal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Starts the on-demand service by the command that it is given, before a stand-in for AWS that
/// takes nothing but the JDK; asks for some thousand pictures; and ends the service. A JVM that is
/// told to keep what it learnt meanwhile (`-XX:AOTCacheOutput`) knows then which methods are hot,
/// and need not find that out in front of the first visitors of every new task.
///
/// Runs while an image is built. It fails if the service does not come up, or if one answer is not
/// the expected one: an image that cannot make pictures is not built.
public final class Rehearsal {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_END = Duration.ofMinutes(5);

    private static final Set<String> KEPT = Set.of("PATH", "HOME", "LD_PRELOAD", "MALLOC_CONF");

    private Rehearsal() {}

    /// @param command how the service is started; where it listens and whom it asks is added here
    public static void main(String... command) throws IOException, InterruptedException {
        try (var aws = StandInAws.start()) {
            var port = freePort();
            var service = started(Arrays.asList(command), aws.endpoint(), port);
            // If it is broken off, the service would go on alone.
            Runtime.getRuntime().addShutdownHook(new Thread(service::destroyForcibly));
            var end = service.onExit().thenApply(Process::exitValue);
            try (var audience = new Audience(URI.create("http://127.0.0.1:" + port), end)) {
                audience.awaitReady(LONGEST_START);
                audience.askForEverything();
                service.destroy();
                // The JVM writes down what it learnt before it ends.
                if (!service.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("the service did not end");
                }
            } finally {
                service.destroyForcibly();
            }
        }
    }

    private static Process started(List<String> command, URI aws, int port) throws IOException {
        var service = new ProcessBuilder(command).inheritIO();
        var environment = service.environment();
        environment.keySet().retainAll(KEPT); // neither proxies nor settings of whoever builds
        environment.put("AWS_ENDPOINT_URL", aws.toString());
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_ACCESS_KEY_ID", "none");
        environment.put("AWS_SECRET_ACCESS_KEY", "none");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("MANAGEMENT_SERVER_PORT", "0");
        environment.put("IMAGE_HANDLER_ORIGINALS_BUCKET", "originals");
        environment.put("IMAGE_HANDLER_DERIVED_BUCKET", "derived");
        environment.put("IMAGE_HANDLER_STYLE_TABLE", "styles");
        environment.put("IMAGE_HANDLER_ATTEMPT_TABLE", "attempts");
        environment.put("IMAGE_HANDLER_DRAIN", "0s");
        return service.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
