package io.imagehandler.local.s3;

import io.imagehandler.local.aws.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/// An S3 server on loopback that keeps its objects as files.
public final class ObjectStore implements AutoCloseable {

    private final S3Proxy server;

    private ObjectStore(S3Proxy server) {
        this.server = server;
    }

    /// Starts the server; buckets are the folders in `root`.
    ///
    /// @param port 1 to 65535, or 0 for any free one
    /// @param root made if it is not there
    /// @param key the one key pair that requests are to be signed with
    /// @param listener told of every change
    /// @throws IOException if the folder cannot be made or cannot keep the metadata of objects
    public static ObjectStore start(int port, Path root, AccessKey key, ObjectListener listener)
            throws IOException {
        Files.createDirectories(root);
        MetadataSupport.require(root);
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", root.toAbsolutePath().toString());
        var files = BlobStores.create("filesystem", properties);
        var server =
                S3Proxy.builder()
                        .blobStore(new NotifyingBlobStore(files, new StorableKeys(root), listener))
                        .endpoint(URI.create("http://127.0.0.1:" + port))
                        .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, key.id(), key.secret())
                        .ignoreUnknownHeaders(true)
                        .build();
        start(server);
        return new ObjectStore(server);
    }

    /// Makes the bucket if it is not there.
    public static void makeBucket(Path root, String name) throws IOException {
        Files.createDirectories(root.resolve(name));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server does not stop", e);
        }
    }

    private static void start(S3Proxy server) throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the S3 server does not start", e);
        }
    }
}
