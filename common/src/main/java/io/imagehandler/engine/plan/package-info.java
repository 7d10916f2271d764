/// From operations on any picture to exact steps for this one: all geometry is decided here, in
/// integers.
@NullMarked
package io.imagehandler.engine.plan;

import org.jspecify.annotations.NullMarked;
