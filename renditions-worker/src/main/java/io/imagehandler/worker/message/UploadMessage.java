package io.imagehandler.worker.message;

import java.util.List;

/// What a message of the upload queue turned out to be.
public sealed interface UploadMessage {

    /// What S3 says once, when it is told to notify.
    record Test() implements UploadMessage {}

    /// Something else than S3 sends.
    ///
    /// @param detail why, in one sentence for operators
    record Unreadable(String detail) implements UploadMessage {}

    /// What S3 says of objects; usually of one.
    ///
    /// @param changes in their order
    /// @param unreadable messages with one record each that makes no sense to us, as it came
    record Changes(List<UploadChange> changes, List<String> unreadable) implements UploadMessage {

        public Changes {
            changes = List.copyOf(changes);
            unreadable = List.copyOf(unreadable);
        }
    }
}
