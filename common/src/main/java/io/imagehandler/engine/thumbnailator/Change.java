package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;

/// What one step of one plan does to one frame after the other.
interface Change {

    /// The changed image; what is given stays as it is.
    BufferedImage of(Picture picture);
}
