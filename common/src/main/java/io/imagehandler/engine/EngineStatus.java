package io.imagehandler.engine;

import io.imagehandler.transformation.OutputFormat;
import java.util.Set;

/// How an engine does, for those who run it.
///
/// @param version as [ImageEngine#version]
/// @param isNative whether it holds pictures outside the heap; if not it is the reduced one, which
///   needs nothing of the machine
/// @param pictures what it holds of pixels now, in bytes outside the heap, as far as it knows: the
///   coders keep what they hold to themselves; 0 if nothing is being rendered
/// @param errors what is left of the texts of errors, in bytes; grows only if nobody fetches them
/// @param reads as [ImageEngine#reads]
/// @param writes as [ImageEngine#writes]
public record EngineStatus(
        String version,
        boolean isNative,
        long pictures,
        long errors,
        Set<SourceFormat> reads,
        Set<OutputFormat> writes) {

    public EngineStatus {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }
}
