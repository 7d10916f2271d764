package io.imagehandler.engine.inspect;

import io.imagehandler.engine.SourceFormat;

/// One format: how its files begin and how they are laid out.
interface Format {

    SourceFormat name();

    /// Whether a file begins as those of this format do.
    boolean begins(Bytes file);

    /// What is found in one pass over the structure of a file that begins so.
    ///
    /// @throws io.imagehandler.failure.UndecodableImage if it is damaged or cut off
    /// @throws io.imagehandler.failure.ImageTooLarge if it has more parts than are looked at
    Findings walk(Bytes file);
}
