/// What the service tells of itself in numbers, beside its requests.
@NullMarked
package io.imagehandler.ondemand.metrics;

import org.jspecify.annotations.NullMarked;
