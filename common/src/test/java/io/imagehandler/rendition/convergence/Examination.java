package io.imagehandler.rendition.convergence;

import static io.imagehandler.rendition.convergence.ModelPictures.KEY;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Md5;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.convergence.Wrong.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must be so at the end of a schedule.
final class Examination {

    private final List<Wrong> wrong = new ArrayList<>();
    private final Map<String, StoredRendition> stored;
    private final @Nullable String manifest;

    /// @param stored the renditions, by their paths
    /// @param manifest of the original; null if there is none
    Examination(Map<String, StoredRendition> stored, @Nullable String manifest) {
        this.stored = new HashMap<>(stored);
        this.manifest = manifest;
    }

    List<Wrong> wrong() {
        return List.copyOf(wrong);
    }

    /// What is stored at a path that is nobody's business.
    void foreign(String path) {
        if (stored.remove(path) == null) {
            wrong.add(new Wrong(Kind.FOREIGN, path));
        }
    }

    /// What is stored.
    ///
    /// @param now the original's content; null if there is none
    void stored(@Nullable String now) {
        if (now == null) {
            stored.keySet().forEach(path -> wrong.add(new Wrong(Kind.LEFT, path)));
            manifest(null);
        } else {
            present(now);
        }
    }

    /// Who was told of an original.
    void told(Set<EntityTag> told, EntityTag tag) {
        if (!told.contains(tag)) {
            wrong.add(new Wrong(Kind.UNTOLD, KEY.value()));
        }
    }

    /// What caches were told.
    ///
    /// @param changed the paths that they had to be told of
    void caches(Set<String> changed, Set<String> told) {
        for (String path : changed) {
            if (!told.contains(ViewerUrl.cached(path))) {
                wrong.add(new Wrong(Kind.CACHED, path));
            }
        }
    }

    private void present(String now) {
        EntityTag tag = Md5.tag(ModelPictures.bytes(now));
        var eager = ModelPictures.eager(now);
        eager.forEach((path, image) -> eager(path, image, tag));
        stored.keySet().removeAll(eager.keySet());
        stored.forEach((path, found) -> {
            if (!found.provenance().source().equals(tag) || ModelPictures.isEager(path)) {
                wrong.add(new Wrong(Kind.LEFT, path));
            }
        });
        manifest(now.equals(ModelPictures.JUNK) ? null : ModelPictures.manifest(now, tag));
    }

    private void eager(String path, EncodedImage image, EntityTag source) {
        StoredRendition found = stored.get(path);
        if (found == null) {
            wrong.add(new Wrong(Kind.MISSING, path));
        } else if (!found.provenance().equals(ModelPictures.provenance(source, path))
                || !found.tag().equals(ModelPictures.tag(image))) {
            wrong.add(new Wrong(Kind.STALE, path));
        }
    }

    private void manifest(@Nullable String expected) {
        if (!Objects.equals(expected, manifest)) {
            Kind kind = manifest == null ? Kind.MISSING : expected == null ? Kind.LEFT : Kind.STALE;
            wrong.add(new Wrong(kind, Manifest.path(KEY)));
        }
    }
}
