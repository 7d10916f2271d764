/// The port to whatever turns pixels into other pixels.
@NullMarked
package io.imagehandler.engine;

import org.jspecify.annotations.NullMarked;
