/// Load, by a schedule or by as many as wait, and what became of each request.
@NullMarked
package io.imagehandler.local.chaos.load;

import org.jspecify.annotations.NullMarked;
