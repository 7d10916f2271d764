package io.imagehandler.local.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.FileSystem;

/// All that a function can import: a file system of three modules in memory. A bare name is
/// resolved to a file beside the one that imports it, so `cloudfront` is just another file.
final class ModuleFiles implements FileSystem {

    private static final String MAIN = "runtime";

    private final Map<String, String> modules;

    private ModuleFiles(Map<String, String> modules) {
        this.modules = modules;
    }

    /// The modules around the function of that file, filled in as it is when it is deployed. Its
    /// handler, which CloudFront finds by its name, is exported, and nothing else is changed.
    static ModuleFiles of(String file, Deployment deployment) {
        return new ModuleFiles(
                Map.of(
                        MAIN,
                        text("runtime.js"),
                        "cloudfront",
                        text("cloudfront.js"),
                        "function",
                        deployment.fillIn(text(file)) + "\nexport { handler };\n"));
    }

    private static String text(String resource) {
        try (InputStream in = ModuleFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build must have packed " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The module that calls the function; it exports `run`.
    Source main() {
        return Source.newBuilder("js", modules.getOrDefault(MAIN, ""), "/" + MAIN)
                .uri(parsePath("/" + MAIN).toUri())
                .mimeType("application/javascript+module")
                .buildLiteral();
    }

    @Override
    public Path parsePath(URI uri) {
        return Path.of(uri);
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(path);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
            throws IOException {
        read(path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return new MemoryChannel(read(path).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        return Map.of("isRegularFile", true, "size", (long) read(path).length());
    }

    private String read(Path path) throws NoSuchFileException {
        String module = modules.get(String.valueOf(path.getFileName()));
        if (module == null) {
            throw new NoSuchFileException(path.toString());
        }
        return module;
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return Path.of("/").resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) {
        return toAbsolutePath(path).normalize();
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void delete(Path path) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
        throw new NoSuchFileException(directory.toString());
    }
}
