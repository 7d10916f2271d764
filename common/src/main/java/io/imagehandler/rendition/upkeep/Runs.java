package io.imagehandler.rendition.upkeep;

import java.util.Optional;

/// The last run of each kind, kept where a process that dies cannot lose it. Safe for use by many
/// threads and processes.
public interface Runs {

    /// What is kept of the kind.
    ///
    /// @param kind a word
    Optional<Kept> find(String kind);

    /// Keeps `run` in place of what carries that revision.
    ///
    /// @param revision as [#find] told it; 0: there was nothing
    /// @return its own revision; nothing if somebody else was there meanwhile, and nothing was
    ///   changed
    Optional<Long> keep(String kind, long revision, Run run);

    /// A run as it is kept.
    ///
    /// @param revision another one after each change, 1 and up
    record Kept(Run run, long revision) {}
}
