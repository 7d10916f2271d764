package io.imagehandler.style;

import java.util.List;
import java.util.Optional;

/// Where styles are found: always in memory, refreshed behind the scenes. Safe for use by many
/// threads.
public interface Styles {

    /// The style of that name, or nothing if there is none.
    ///
    /// @throws StylesNotLoaded before the first of them were read
    Optional<Style> find(StyleName name);

    /// All styles, in the order of their names.
    ///
    /// @throws StylesNotLoaded before the first of them were read
    List<Style> all();

    /// Whether styles were read since the start.
    boolean isLoaded();
}
