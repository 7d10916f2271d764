/// The network and the tasks in it.
@NullMarked
package io.imagehandler.infra.compute;

import org.jspecify.annotations.NullMarked;
