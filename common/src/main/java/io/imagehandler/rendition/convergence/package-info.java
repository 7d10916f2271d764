/// Brings the renditions of a key in step with its original, whatever was repeated, overtaken, cut
/// off or paused.
@NullMarked
package io.imagehandler.rendition.convergence;

import org.jspecify.annotations.NullMarked;
