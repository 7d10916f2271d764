package io.imagehandler.rendition.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.convergence.Manifests.StoredManifest;
import io.imagehandler.transformation.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every store of manifests does. Each test starts with an empty one.
public interface ManifestsContract {

    OriginalKey KEY = new OriginalKey("photos/cat ü+%.jpg");
    Provenance OLD = new Provenance(new EntityTag("e1"), "recipe-1");
    Provenance NEW = new Provenance(new EntityTag("e2"), "recipe-2");
    EntityTag OTHER = new EntityTag("00000000000000000000000000000000");
    Color COLOR = new Color(1, 2, 255);

    Manifests manifests();

    @Test
    default void findsNothingWhereNothingIs() {
        assertThat(manifests().find(KEY)).isEmpty();
        assertThat(manifests().replace(OTHER, manifest("e1"), OLD)).isFalse();
        manifests().remove(KEY, OTHER);
        assertThat(manifests().find(KEY)).isEmpty();
    }

    @Test
    default void findsWhatWasCreatedAndWhatItTells() {
        assertThat(manifests().create(manifest("e1"), OLD)).isTrue();

        assertThat(manifests().find(KEY))
                .get()
                .extracting(StoredManifest::provenance)
                .isEqualTo(OLD);
        assertThat(manifests().find(KEY))
                .get()
                .extracting(StoredManifest::average)
                .isEqualTo(COLOR);
    }

    @Test
    default void createsNothingOverAnother() {
        manifests().create(manifest("e1"), OLD);

        assertThat(manifests().create(manifest("e2"), NEW)).isFalse();
        assertThat(found().provenance()).isEqualTo(OLD);
    }

    @Test
    default void replacesOnlyWhatWasSeen() {
        manifests().create(manifest("e1"), OLD);

        assertThat(manifests().replace(OTHER, manifest("e2"), NEW)).isFalse();
        assertThat(found().provenance()).isEqualTo(OLD);

        assertThat(manifests().replace(found().tag(), manifest("e2"), NEW)).isTrue();
        assertThat(found().provenance()).isEqualTo(NEW);
    }

    @Test
    default void removesOnlyWhatWasSeen() {
        manifests().create(manifest("e1"), OLD);

        assertThat(manifests().remove(KEY, OTHER)).isFalse();
        assertThat(manifests().find(KEY)).isPresent();

        assertThat(manifests().remove(KEY, found().tag())).isTrue();
        assertThat(manifests().find(KEY)).isEmpty();
    }

    private StoredManifest found() {
        return manifests().find(KEY).orElseThrow();
    }

    private static Manifest manifest(String tag) {
        return new Manifest(KEY, new EntityTag(tag), COLOR, List.of(), List.of());
    }
}
