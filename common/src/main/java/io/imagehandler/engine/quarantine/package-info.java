/// An engine in a process of its own, for pictures that have brought others down: what dies over
/// them there hurts nobody.
@NullMarked
package io.imagehandler.engine.quarantine;

import org.jspecify.annotations.NullMarked;
