package io.imagehandler.rendition;

import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.rendition.upkeep.CountedListing;
import io.imagehandler.rendition.upkeep.Listing.Listed;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Originals as the contract wants them, in memory.
public final class InMemoryOriginals implements Originals {

    private static final Instant UPLOADED = Instant.parse("2026-11-23T04:45:55Z");

    private final Map<String, Original> stored = new ConcurrentHashMap<>();
    private final Steps steps;
    private InstantSource clock = InstantSource.fixed(UPLOADED);

    public InMemoryOriginals() {
        this(new Steps());
    }

    public InMemoryOriginals(Steps steps) {
        this.steps = steps;
    }

    public EntityTag upload(String key, byte[] bytes, String contentType) {
        EntityTag tag = Md5.tag(bytes);
        stored.put(key, new Original(tag, clock.instant(), contentType, ByteBuffer.wrap(bytes)));
        return tag;
    }

    /// From now on, uploads are of the time that `other` tells.
    public void setClock(InstantSource other) {
        clock = other;
    }

    /// All that is stored, as lists have it.
    public CountedListing listing() {
        return new CountedListing(() -> stored.entrySet().stream().map(this::listed).toList());
    }

    private Listed listed(Map.Entry<String, Original> one) {
        Original original = one.getValue();
        return new Listed(
                one.getKey(),
                original.tag(),
                original.lastModified().truncatedTo(ChronoUnit.SECONDS),
                original.bytes().remaining());
    }

    public void delete(String key) {
        stored.remove(key);
    }

    @Override
    public Optional<StoredOriginal> find(OriginalKey key) {
        steps.take("HEAD original");
        return Optional.ofNullable(stored.get(key.value()))
                .map(original ->
                        new StoredOriginal(
                                original.tag(),
                                original.lastModified(),
                                original.contentType(),
                                original.bytes().remaining()));
    }

    @Override
    public Optional<Original> read(OriginalKey key, long mostBytes) {
        return read(key, mostBytes, _ -> true);
    }

    @Override
    public Optional<Original> read(OriginalKey key, long mostBytes, Room room) {
        steps.take("GET original");
        return read(Optional.ofNullable(stored.get(key.value())), mostBytes, room);
    }

    @Override
    public Optional<Original> read(OriginalKey key, EntityTag tag, long mostBytes, Room room) {
        steps.take("GET original");
        Original found = stored.get(key.value());
        boolean same = found != null && found.tag().equals(tag);
        return same ? read(Optional.of(found), mostBytes, room) : Optional.empty();
    }

    private static Optional<Original> read(Optional<Original> original, long mostBytes, Room room) {
        if (original.isPresent() && original.get().bytes().remaining() > mostBytes) {
            throw new OriginalTooLarge("the original has more than " + mostBytes + " bytes");
        }
        if (original.isPresent() && !room.allows(original.get().bytes().remaining())) {
            throw new NoRoom();
        }
        return original;
    }

    @Override
    public Optional<OpenOriginal> open(OriginalKey key) {
        steps.take("GET original");
        return Optional.ofNullable(stored.get(key.value()))
                .map(original -> open(original, 0, original.bytes().remaining()));
    }

    @Override
    public Optional<OpenOriginal> open(OriginalKey key, EntityTag tag, ByteRange range) {
        steps.take("GET part of original");
        return Optional.ofNullable(stored.get(key.value()))
                .filter(original -> original.tag().equals(tag))
                .map(original -> open(original, (int) range.first(), (int) range.length()));
    }

    private static OpenOriginal open(Original original, int offset, int length) {
        byte[] bytes = new byte[length];
        original.bytes().get(offset, bytes);
        return new OpenOriginal(
                original.tag(),
                original.lastModified(),
                original.contentType(),
                bytes.length,
                new ByteArrayInputStream(bytes));
    }
}
