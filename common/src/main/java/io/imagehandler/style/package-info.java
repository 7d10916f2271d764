/// Named transformations, kept where operators can change them.
@NullMarked
package io.imagehandler.style;

import org.jspecify.annotations.NullMarked;
