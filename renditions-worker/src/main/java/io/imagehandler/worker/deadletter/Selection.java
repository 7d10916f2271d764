package io.imagehandler.worker.deadletter;

/// Which dead letters are meant.
///
/// @param reason only those; empty: whatever the reason
/// @param id only that one; empty: all
public record Selection(String reason, String id) {

    boolean has(StoredLetter letter) {
        return (reason.isEmpty() || letter.reason().equals(reason))
                && (id.isEmpty() || letter.id().equals(id));
    }
}
