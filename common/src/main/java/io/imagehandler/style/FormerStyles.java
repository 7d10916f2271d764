package io.imagehandler.style;

import java.util.List;

/// The styles that another service left, in words of its own.
public interface FormerStyles {

    /// All of them, in the order of their names.
    List<FormerStyle> all();

    /// A style as that service knew it.
    ///
    /// @param name not necessarily one that we take
    /// @param text what it did to a picture; empty if nothing is said
    record FormerStyle(String name, String text) {}
}
