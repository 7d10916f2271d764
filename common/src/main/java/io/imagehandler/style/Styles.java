package io.imagehandler.style;

import java.util.List;
import java.util.Optional;

/// Where styles are found: always in memory, refreshed behind the scenes. Safe for use by many
/// threads.
public interface Styles {

    /// The style of that name, or nothing if there is none.
    Optional<Style> find(StyleName name);

    /// All styles, in the order of their names.
    List<Style> all();
}
