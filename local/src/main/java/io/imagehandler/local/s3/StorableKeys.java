package io.imagehandler.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.S3Exceptions;

/// Which keys files can hold. S3 takes any key; a file system neither takes long names nor a file
/// where a folder is. Without this the client would get an error 500 that explains nothing.
///
/// @param root the folder whose folders are the buckets
record StorableKeys(Path root) {

    /// The longest part of a key between two `/`, in bytes of UTF-8.
    static final int LONGEST_SEGMENT = 255;

    /// @throws software.amazon.awssdk.services.s3.model.S3Exception with status 400 and the reason,
    ///   if the key cannot be stored
    void check(String bucket, String key) {
        objection(bucket, key)
                .ifPresent(reason -> {
                    throw S3Exceptions.invalidRequest("This S3 keeps objects as files: " + reason);
                });
    }

    /// Why the key cannot be stored, and so has never been; nothing if it can.
    Optional<String> objection(String bucket, String key) {
        if (key.startsWith("/") || key.contains("//")) {
            return Optional.of("a key has no empty part between two slashes");
        }
        for (var segment : key.split("/", -1)) {
            var length = segment.getBytes(UTF_8).length;
            if (length > LONGEST_SEGMENT) {
                return Optional.of(
                        "a part of a key between two slashes has at most 255 bytes but one has "
                                + length);
            }
        }
        return neighbour(root.resolve(bucket), key);
    }

    private static Optional<String> neighbour(Path bucket, String key) {
        var slash = key.indexOf('/');
        while (slash > 0) {
            if (Files.isRegularFile(bucket.resolve(key.substring(0, slash)))) {
                return conflict(key.substring(0, slash), key);
            }
            slash = key.indexOf('/', slash + 1);
        }
        return !key.endsWith("/") && Files.isDirectory(bucket.resolve(key))
                ? conflict(key, key + "/...")
                : Optional.empty();
    }

    private static Optional<String> conflict(String file, String folder) {
        return Optional.of("it cannot hold both '%s' and '%s'".formatted(file, folder));
    }
}
