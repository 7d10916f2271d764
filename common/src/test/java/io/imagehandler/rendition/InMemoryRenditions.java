package io.imagehandler.rendition;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.upkeep.CountedListing;
import io.imagehandler.rendition.upkeep.Listing.Listed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/// Renditions as the contract wants them, in memory.
public final class InMemoryRenditions implements Renditions {

    private final Map<String, StoredRendition> stored = new ConcurrentSkipListMap<>();
    private final Map<String, Instant> written = new ConcurrentHashMap<>();
    private final Steps steps;
    private InstantSource clock = InstantSource.system();

    public InMemoryRenditions() {
        this(new Steps());
    }

    public InMemoryRenditions(Steps steps) {
        this.steps = steps;
    }

    /// Everything that is stored, by its path.
    public Map<String, StoredRendition> stored() {
        return Map.copyOf(stored);
    }

    /// From now on, renditions are of the time that `other` tells.
    public void setClock(InstantSource other) {
        clock = other;
    }

    /// All that is stored, as lists have it.
    public CountedListing listing() {
        return new CountedListing(() -> stored.entrySet().stream().map(this::listed).toList());
    }

    private Listed listed(Map.Entry<String, StoredRendition> one) {
        StoredRendition rendition = one.getValue();
        Instant time = written.getOrDefault(one.getKey(), Instant.EPOCH);
        return new Listed(
                one.getKey(),
                rendition.tag(),
                time.truncatedTo(ChronoUnit.SECONDS),
                rendition.length());
    }

    @Override
    public Optional<StoredRendition> find(String path) {
        steps.take("HEAD rendition");
        return Optional.ofNullable(stored.get(path));
    }

    @Override
    public boolean create(RenditionKey key, EncodedImage image, Provenance provenance) {
        steps.take("PUT rendition");
        return timed(key, stored.putIfAbsent(key.path(), rendition(image, provenance)) == null);
    }

    @Override
    public boolean replace(
            RenditionKey key, EntityTag seen, EncodedImage image, Provenance provenance) {
        steps.take("PUT rendition");
        StoredRendition old = stored.get(key.path());
        return timed(
                key,
                old != null
                        && old.tag().equals(seen)
                        && stored.replace(key.path(), old, rendition(image, provenance)));
    }

    /// Stores the picture whatever is there, as nobody may.
    public void overwrite(RenditionKey key, EncodedImage image, Provenance provenance) {
        steps.take("PUT rendition");
        stored.put(key.path(), rendition(image, provenance));
        timed(key, true);
    }

    @Override
    public List<String> pathsOf(OriginalKey original) {
        steps.take("LIST renditions");
        return Stream.of("_r/s/", "_r/x/")
                .map(kind -> kind + original.value() + "/")
                .flatMap(prefix ->
                        stored.keySet().stream()
                                .filter(path -> path.startsWith(prefix))
                                .filter(path -> path.indexOf('/', prefix.length()) < 0))
                .toList();
    }

    @Override
    public boolean remove(String path, EntityTag seen) {
        steps.take("DELETE rendition");
        StoredRendition old = stored.get(path);
        return old != null && old.tag().equals(seen) && stored.remove(path, old);
    }

    private boolean timed(RenditionKey key, boolean done) {
        if (done) {
            written.put(key.path(), clock.instant());
        }
        return done;
    }

    private static StoredRendition rendition(EncodedImage image, Provenance provenance) {
        byte[] bytes = new byte[image.length()];
        image.bytes().get(bytes);
        return new StoredRendition(
                Md5.tag(bytes), provenance, image.format().mediaType(), image.size(), bytes.length);
    }
}
