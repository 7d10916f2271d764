package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import java.util.Optional;
import java.util.Set;

/// Remembers what somebody has done.
record TrackedManifests(Manifests real, Set<String> touched) implements Manifests {

    @Override
    public Optional<StoredManifest> find(OriginalKey key) {
        return real.find(key);
    }

    @Override
    public boolean create(Manifest manifest, Provenance provenance) {
        return write(real.create(manifest, provenance));
    }

    @Override
    public boolean replace(EntityTag seen, Manifest manifest, Provenance provenance) {
        return write(real.replace(seen, manifest, provenance));
    }

    @Override
    public boolean remove(OriginalKey key, EntityTag seen) {
        touched.add(Manifest.path(key));
        return real.remove(key, seen);
    }

    private boolean write(boolean done) {
        touched.add(Manifest.path(ModelPictures.KEY));
        return done;
    }
}
