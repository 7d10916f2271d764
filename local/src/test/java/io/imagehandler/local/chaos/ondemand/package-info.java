/// The rows of the on-demand service.
@NullMarked
package io.imagehandler.local.chaos.ondemand;

import org.jspecify.annotations.NullMarked;
