/// The engine that calls libvips through the JDK's foreign-function interface.
@NullMarked
package io.imagehandler.engine.vips;

import org.jspecify.annotations.NullMarked;
