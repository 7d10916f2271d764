package io.imagehandler.rendition;

import io.imagehandler.engine.EncodedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/// Renditions as the contract wants them, in memory.
public final class InMemoryRenditions implements Renditions {

    private final Map<String, StoredRendition> stored = new ConcurrentSkipListMap<>();
    private final Steps steps;

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

    @Override
    public Optional<StoredRendition> find(String path) {
        steps.take("HEAD rendition");
        return Optional.ofNullable(stored.get(path));
    }

    @Override
    public boolean create(RenditionKey key, EncodedImage image, Provenance provenance) {
        steps.take("PUT rendition");
        return stored.putIfAbsent(key.path(), rendition(image, provenance)) == null;
    }

    @Override
    public boolean replace(
            RenditionKey key, EntityTag seen, EncodedImage image, Provenance provenance) {
        steps.take("PUT rendition");
        StoredRendition old = stored.get(key.path());
        return old != null
                && old.tag().equals(seen)
                && stored.replace(key.path(), old, rendition(image, provenance));
    }

    /// Stores the picture whatever is there, as nobody may.
    public void overwrite(RenditionKey key, EncodedImage image, Provenance provenance) {
        steps.take("PUT rendition");
        stored.put(key.path(), rendition(image, provenance));
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

    private static StoredRendition rendition(EncodedImage image, Provenance provenance) {
        byte[] bytes = new byte[image.length()];
        image.bytes().get(bytes);
        return new StoredRendition(
                Md5.tag(bytes), provenance, image.format().mediaType(), image.size(), bytes.length);
    }
}
