package io.imagehandler.local.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/// Whether a folder can hold an object's metadata, which are extended attributes of its file.
final class MetadataSupport {

    private MetadataSupport() {}

    /// @throws IOException saying so, if it cannot
    static void require(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, ".probe", "");
        try {
            var view = Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class);
            if (view == null) {
                throw refusal(folder, null);
            }
            view.write("probe", ByteBuffer.wrap(new byte[] {1}));
        } catch (java.nio.file.FileSystemException e) {
            throw refusal(folder, e);
        } finally {
            Files.delete(probe);
        }
    }

    private static IOException refusal(
            Path folder, java.nio.file.@org.jspecify.annotations.Nullable FileSystemException e) {
        return new IOException(
                folder + " lies on a file system without extended attributes, choose another", e);
    }
}
