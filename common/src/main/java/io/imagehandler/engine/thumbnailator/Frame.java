package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;

/// One whole picture of a source or a rendition.
///
/// @param image 8-bit sRGB of type `TYPE_INT_RGB`, `TYPE_INT_ARGB`, `TYPE_3BYTE_BGR` or
///   `TYPE_4BYTE_ABGR`
/// @param delay how long it shows, in hundredths of a second; 0 in a still
record Frame(BufferedImage image, int delay) {}
