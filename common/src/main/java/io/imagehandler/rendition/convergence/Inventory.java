package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.WantedRendition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at every eager rendition of a key.
record Inventory(Parts parts) {

    /// What is there, held against what is to be made of the original that carries `source`.
    Sight take(OriginalKey key, EntityTag source) {
        List<WantedRendition> wanted = parts.eager().of(key);
        var recipes = new LinkedHashMap<WantedRendition, String>();
        var current = new LinkedHashMap<WantedRendition, Picture>();
        var gaps = new ArrayList<Gap>();
        for (WantedRendition one : wanted) {
            Provenance due = parts.darkroom().provenance(source, one);
            recipes.put(one, due.recipe());
            look(one, due, current, gaps);
        }
        boolean wantsManifest = parts.eager().hasManifest(key);
        var manifest = wantsManifest ? parts.stores().manifests().find(key).orElse(null) : null;
        return new Sight(source, recipes, current, gaps, wantsManifest, manifest);
    }

    private void look(
            WantedRendition one,
            Provenance due,
            Map<WantedRendition, Picture> current,
            List<Gap> gaps) {
        Optional<StoredRendition> found = parts.stores().renditions().find(one.key().path());
        if (found.isEmpty()) {
            gaps.add(new Gap.Absent(one));
        } else if (found.get().provenance().equals(due)) {
            current.put(one, Picture.of(found.get()));
        } else {
            gaps.add(new Gap.Outdated(one, found.get().tag()));
        }
    }
}
