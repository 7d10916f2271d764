package io.imagehandler.style;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where styles are found: always in memory, refreshed behind the scenes. Safe for use by many
/// threads.
public interface Styles {

    /// The style of that name, or nothing if there is none.
    ///
    /// @throws StylesNotLoaded before the first of them were read, or if that was too long ago
    Optional<Style> find(StyleName name);

    /// All styles, in the order of their names.
    ///
    /// @throws StylesNotLoaded as [#find]
    List<Style> all();

    /// Whether styles were read since the start.
    boolean isLoaded();

    /// How long ago all of them were read; nothing before the first time.
    Optional<Duration> age();

    /// How many were left out then, because what is kept under their name is no style.
    int leftOut();
}
