/// How both services write their logs: one JSON object a line, and no floods.
@NullMarked
package io.imagehandler.config.logging;

import org.jspecify.annotations.NullMarked;
