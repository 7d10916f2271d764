package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.served.LocalServer;
import io.imagehandler.benchmarks.served.NodeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Starts what is asked for pictures of a photograph.
///
/// @param root of the repository
record Servers(Path root, Path photo) {

    /// The on-demand service, before stand-ins for AWS with data of its own.
    LocalServer product() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(root.resolve("benchmarks/target"), "served");
        return LocalServer.onDemand(root, data.resolve("data"), photo);
    }

    /// sharp, with the photograph in memory.
    NodeServer node() throws IOException, InterruptedException {
        return NodeServer.start(peers(), photo);
    }

    /// sharp before the same S3 as [#product], which must run.
    NodeServer node(NodeServer.Reading reading) throws IOException, InterruptedException {
        return NodeServer.storing(peers(), reading);
    }

    private Path peers() {
        return root.resolve("benchmarks/peers");
    }
}
