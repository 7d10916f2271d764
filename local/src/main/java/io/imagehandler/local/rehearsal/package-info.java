/// What a service is asked before it is shipped, so that its JVM knows in advance what will be hot.
@NullMarked
package io.imagehandler.local.rehearsal;

import org.jspecify.annotations.NullMarked;
