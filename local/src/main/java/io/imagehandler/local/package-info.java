/// The whole product on one machine, started by one command.
@NullMarked
package io.imagehandler.local;

import org.jspecify.annotations.NullMarked;
