/// Originals, the renditions made of them, and how the two are kept in step.
@NullMarked
package io.imagehandler.rendition;

import org.jspecify.annotations.NullMarked;
