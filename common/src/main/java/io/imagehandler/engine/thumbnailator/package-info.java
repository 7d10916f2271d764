/// The engine that always works: Thumbnailator, ImageIO and Java2D, no native library.
@NullMarked
package io.imagehandler.engine.thumbnailator;

import org.jspecify.annotations.NullMarked;
