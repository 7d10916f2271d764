package io.imagehandler.local.edge;

/// Where the edge fetches from. Safe for use by many threads.
@FunctionalInterface
interface Origin extends AutoCloseable {

    /// What the origin answers. That it cannot be reached is an answer, too: 502 or 504.
    ///
    /// @param path percent-encoded, with its leading `/`
    /// @param range the viewer's `Range` header, or the empty text for everything
    OriginResponse fetch(String path, String range);

    /// Ends what the origin itself began.
    @Override
    default void close() {}
}
