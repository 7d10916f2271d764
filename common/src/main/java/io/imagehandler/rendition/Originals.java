package io.imagehandler.rendition;

import java.util.Optional;

/// The pictures that were uploaded. We only ever read them. Safe for use by many threads.
///
/// Absent means that the store said so. A refusal is no absence: it travels as the store's
/// exception, since taking it for one would look like a deletion.
public interface Originals {

    /// What is stored under the key now, without its bytes, or nothing.
    Optional<StoredOriginal> find(OriginalKey key);

    /// The entity tag of what is stored under the key now, or nothing.
    default Optional<EntityTag> tag(OriginalKey key) {
        return find(key).map(StoredOriginal::tag);
    }

    /// What is stored under the key now, or nothing.
    ///
    /// @throws io.imagehandler.failure.OriginalTooLarge if it has more than `mostBytes` bytes; then
    ///   none of them is kept
    Optional<Original> read(OriginalKey key, long mostBytes);

    /// The same, once room was found for it. The reading waits for that with nothing read.
    ///
    /// @throws io.imagehandler.failure.OriginalTooLarge as [#read], without asking for room
    /// @throws NoRoom if none was found
    Optional<Original> read(OriginalKey key, long mostBytes, Room room);

    /// What is stored under the key if it still carries `tag`, or nothing; once room was found.
    ///
    /// @throws io.imagehandler.failure.OriginalTooLarge as [#read], without asking for room
    /// @throws NoRoom if none was found
    Optional<Original> read(OriginalKey key, EntityTag tag, long mostBytes, Room room);

    /// Opens what is stored under the key now, for passing it on as it is, or nothing.
    Optional<OpenOriginal> open(OriginalKey key);

    /// Opens a part of what is stored under the key if it still carries `tag`, or nothing.
    ///
    /// @param range within the file, as [#find] told its length
    Optional<OpenOriginal> open(OriginalKey key, EntityTag tag, ByteRange range);
}
