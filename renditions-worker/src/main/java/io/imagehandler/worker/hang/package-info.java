/// Notices a decoder that comes to no end, and has this process replaced.
@NullMarked
package io.imagehandler.worker.hang;

import org.jspecify.annotations.NullMarked;
