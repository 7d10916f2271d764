/// What the service says of itself.
@NullMarked
package io.imagehandler.ondemand.health;

import org.jspecify.annotations.NullMarked;
