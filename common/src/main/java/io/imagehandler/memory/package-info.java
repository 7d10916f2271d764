/// The memory that all renderings of a process share, admitted before it is used.
@NullMarked
package io.imagehandler.memory;

import org.jspecify.annotations.NullMarked;
