/// From what a URL asks for to a picture, stored behind the answer for the next who asks.
@NullMarked
package io.imagehandler.ondemand.picture;

import org.jspecify.annotations.NullMarked;
