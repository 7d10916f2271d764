package io.imagehandler.rendition;

import io.imagehandler.failure.OriginalTooLarge;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Originals as the contract wants them, in memory.
public final class InMemoryOriginals implements Originals {

    private static final Instant UPLOADED = Instant.parse("2026-11-23T04:45:55Z");

    private final Map<String, Original> stored = new ConcurrentHashMap<>();
    private final Steps steps;

    public InMemoryOriginals() {
        this(new Steps());
    }

    public InMemoryOriginals(Steps steps) {
        this.steps = steps;
    }

    public EntityTag upload(String key, byte[] bytes, String contentType) {
        EntityTag tag = Md5.tag(bytes);
        stored.put(key, new Original(tag, UPLOADED, contentType, ByteBuffer.wrap(bytes)));
        return tag;
    }

    public void delete(String key) {
        stored.remove(key);
    }

    @Override
    public Optional<EntityTag> tag(OriginalKey key) {
        steps.take("HEAD original");
        return Optional.ofNullable(stored.get(key.value())).map(Original::tag);
    }

    @Override
    public Optional<Original> read(OriginalKey key, long mostBytes) {
        steps.take("GET original");
        Optional<Original> original = Optional.ofNullable(stored.get(key.value()));
        if (original.isPresent() && original.get().bytes().remaining() > mostBytes) {
            throw new OriginalTooLarge("the original has more than " + mostBytes + " bytes");
        }
        return original;
    }

    @Override
    public Optional<Original> read(OriginalKey key, EntityTag tag, long mostBytes) {
        return read(key, mostBytes).filter(original -> original.tag().equals(tag));
    }

    @Override
    public Optional<OpenOriginal> open(OriginalKey key) {
        steps.take("GET original");
        return Optional.ofNullable(stored.get(key.value())).map(InMemoryOriginals::open);
    }

    private static OpenOriginal open(Original original) {
        byte[] bytes = new byte[original.bytes().remaining()];
        original.bytes().get(bytes);
        return new OpenOriginal(
                original.tag(),
                original.lastModified(),
                original.contentType(),
                bytes.length,
                new ByteArrayInputStream(bytes));
    }
}
