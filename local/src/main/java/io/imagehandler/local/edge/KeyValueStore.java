package io.imagehandler.local.edge;

import java.util.Optional;

/// What CloudFront's key value store is to the function: `style:<name>` and `key:<id>`. Must be
/// safe for use by many threads, and quick, since every request may wait for it.
@FunctionalInterface
public interface KeyValueStore {

    /// The value of the key, or nothing if there is none.
    Optional<String> get(String key);
}
