package io.imagehandler.worker.message;

import io.imagehandler.rendition.OriginalKey;
import java.time.Instant;

/// That somebody wants the renditions of an original looked at, though nothing became of it.
///
/// @param key the original's
/// @param asked when the styles were read that it is about; whoever knows older ones is to wait
public record Job(OriginalKey key, Instant asked) {}
