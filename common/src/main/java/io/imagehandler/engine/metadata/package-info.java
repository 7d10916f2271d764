/// What a stored file tells about itself: the answer to `info`.
@NullMarked
package io.imagehandler.engine.metadata;

import org.jspecify.annotations.NullMarked;
