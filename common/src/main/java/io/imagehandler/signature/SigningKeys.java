package io.imagehandler.signature;

import java.util.Optional;

/// Where the keys are found that signatures are verified with. Safe for use by many threads.
public interface SigningKeys {

    /// The key of that id, or nothing if there is none (any more).
    Optional<SigningKey> find(String id);
}
