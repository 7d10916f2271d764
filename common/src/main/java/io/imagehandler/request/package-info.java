/// From a URL to the key and the transformation that it asks for.
@NullMarked
package io.imagehandler.request;

import org.jspecify.annotations.NullMarked;
