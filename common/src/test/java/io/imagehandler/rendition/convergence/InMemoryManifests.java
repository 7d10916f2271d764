package io.imagehandler.rendition.convergence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Md5;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Steps;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Manifests as the contract wants them, in memory.
public final class InMemoryManifests implements Manifests {

    private final Map<OriginalKey, StoredManifest> stored = new ConcurrentHashMap<>();
    private final Map<OriginalKey, String> texts = new ConcurrentHashMap<>();
    private final Steps steps;

    public InMemoryManifests() {
        this(new Steps());
    }

    public InMemoryManifests(Steps steps) {
        this.steps = steps;
    }

    /// Everything that is stored.
    public Map<OriginalKey, StoredManifest> stored() {
        return Map.copyOf(stored);
    }

    /// The JSON of what is stored.
    public Map<OriginalKey, String> texts() {
        return Map.copyOf(texts);
    }

    @Override
    public Optional<StoredManifest> find(OriginalKey key) {
        steps.take("HEAD manifest");
        return Optional.ofNullable(stored.get(key));
    }

    @Override
    public boolean create(Manifest manifest, Provenance provenance) {
        steps.take("PUT manifest");
        return !stored.containsKey(manifest.key()) && put(manifest, provenance);
    }

    @Override
    public boolean replace(EntityTag seen, Manifest manifest, Provenance provenance) {
        steps.take("PUT manifest");
        return carries(manifest.key(), seen) && put(manifest, provenance);
    }

    @Override
    public boolean remove(OriginalKey key, EntityTag seen) {
        steps.take("DELETE manifest");
        if (!carries(key, seen)) {
            return false;
        }
        stored.remove(key);
        texts.remove(key);
        return true;
    }

    private boolean carries(OriginalKey key, EntityTag seen) {
        StoredManifest found = stored.get(key);
        return found != null && found.tag().equals(seen);
    }

    private boolean put(Manifest manifest, Provenance provenance) {
        String text = manifest.json();
        EntityTag tag = Md5.tag(text.getBytes(UTF_8));
        stored.put(manifest.key(), new StoredManifest(tag, provenance, manifest.average()));
        texts.put(manifest.key(), text);
        return true;
    }
}
