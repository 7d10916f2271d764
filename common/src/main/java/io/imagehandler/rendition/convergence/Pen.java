package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Rendering.Rendered;

/// Every PUT and DELETE of a pass: each under a condition, none after the lease has grown old, all
/// of them written down. For one thread.
final class Pen {

    private final Stores stores;
    private final OriginalKey key;
    private final Lease lease;
    private final Ledger ledger;

    Pen(Stores stores, OriginalKey key, Lease lease, Ledger ledger) {
        this.stores = stores;
        this.key = key;
        this.lease = lease;
        this.ledger = ledger;
    }

    /// Whether the lease is young enough to write.
    boolean isAllowed() {
        return lease.age().compareTo(lease.longest()) < 0;
    }

    /// @throws Changed if something else is there than was seen
    void fill(Gap gap, Rendered rendered, EntityTag source) {
        touch();
        require(gap.fill(rendered, source, stores.renditions()));
        ledger.stored(gap.path(), gap instanceof Gap.Outdated);
    }

    /// Sees to it that nothing is there.
    ///
    /// @throws Changed if something else is there than was seen
    void clear(Gap gap) {
        switch (gap) {
            case Gap.Absent _ -> {}
            case Gap.Outdated outdated -> {
                touch();
                require(stores.renditions().remove(outdated.path(), outdated.seen()));
                ledger.removed(outdated.path());
            }
        }
    }

    /// @throws Changed if another manifest is there than was seen
    void write(Manifest manifest, Sight sight, Provenance provenance) {
        touch();
        var seen = sight.manifest();
        if (seen == null) {
            require(stores.manifests().create(manifest, provenance));
        } else {
            require(stores.manifests().replace(seen.tag(), manifest, provenance));
            ledger.manifestReplaced(Manifest.path(key));
        }
    }

    /// Removes what carries `seen`; what somebody else has put there meanwhile stays.
    void sweep(String path, EntityTag seen) {
        touch();
        if (stores.renditions().remove(path, seen)) {
            ledger.removed(path);
        }
    }

    /// As [#sweep], the manifest.
    void sweepManifest(EntityTag seen) {
        touch();
        if (stores.manifests().remove(key, seen)) {
            ledger.removed(Manifest.path(key));
        }
    }

    /// What is said of the original now is said by whoever the message belongs to.
    void requireLease() {
        if (!isAllowed()) {
            throw new Stopped(new Outcome.LeaseLost());
        }
    }

    private void touch() {
        requireLease();
        ledger.touch();
    }

    private static void require(boolean done) {
        if (!done) {
            throw new Changed();
        }
    }
}
