/// What of AWS is meant: where it answers, what is called how in it, and who asks.
@NullMarked
package io.imagehandler.local.aws;

import org.jspecify.annotations.NullMarked;
