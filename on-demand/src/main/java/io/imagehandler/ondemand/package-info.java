/// The HTTP service: from a URL to a picture, made on the spot and stored for the next who asks.
@NullMarked
package io.imagehandler.ondemand;

import org.jspecify.annotations.NullMarked;
