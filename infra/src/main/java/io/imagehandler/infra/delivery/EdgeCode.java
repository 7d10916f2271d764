package io.imagehandler.infra.delivery;

import io.imagehandler.infra.settings.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The code of the functions at the edge, as it is deployed: minified and filled in by what they
/// are tested with, `edge/deploy.js`.
public final class EdgeCode {

    private static final Path FOLDER = Path.of("edge");

    private EdgeCode() {}

    /// What chooses the origin of every request.
    static String viewerRequest(Delivery settings) {
        return code(
                "viewer-request.js", settings.signing(), String.join(" ", settings.forbidden()));
    }

    /// What refuses the paths that only the other one may ask for.
    static String reserved() {
        return code("reserved.js", "off", "");
    }

    /// Whether the minifier is here.
    public static boolean isReady() {
        return Files.isDirectory(FOLDER.resolve("node_modules/terser"));
    }

    private static String code(String file, String signing, String forbidden) {
        if (!isReady()) {
            throw new IllegalStateException(
                    "the edge's minifier is not installed: run `npm ci` in infra/edge");
        }
        try {
            Process process =
                    new ProcessBuilder("node", "deploy.js", file, signing, forbidden)
                            .directory(FOLDER.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String code =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(file + " could not be minified, see above");
            }
            return code;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(end);
        }
    }
}
