package io.imagehandler.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
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
        for (var segment : key.split("/", -1)) {
            var length = segment.getBytes(UTF_8).length;
            if (length > LONGEST_SEGMENT) {
                throw S3Exceptions.invalidRequest(
                        "This S3 keeps objects as files: a part of a key between two slashes has"
                                + " at most 255 bytes but one has "
                                + length);
            }
        }
        checkNeighbours(root.resolve(bucket), key);
    }

    private static void checkNeighbours(Path bucket, String key) {
        var slash = key.indexOf('/');
        while (slash > 0) {
            if (Files.isRegularFile(bucket.resolve(key.substring(0, slash)))) {
                throw conflict(key.substring(0, slash), key);
            }
            slash = key.indexOf('/', slash + 1);
        }
        if (!key.endsWith("/") && Files.isDirectory(bucket.resolve(key))) {
            throw conflict(key, key + "/...");
        }
    }

    private static RuntimeException conflict(String file, String folder) {
        return S3Exceptions.invalidRequest(
                "This S3 keeps objects as files: it cannot hold both '%s' and '%s'"
                        .formatted(file, folder));
    }
}
