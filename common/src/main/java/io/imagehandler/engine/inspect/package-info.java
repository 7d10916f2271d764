/// Looks at a file before any codec does: names its format and bounds what decoding it may cost.
@NullMarked
package io.imagehandler.engine.inspect;

import org.jspecify.annotations.NullMarked;
