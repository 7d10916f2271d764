/// Servers for one machine only; of the JDK alone, so that a rehearsal can have them.
@NullMarked
package io.imagehandler.local.loopback;

import org.jspecify.annotations.NullMarked;
