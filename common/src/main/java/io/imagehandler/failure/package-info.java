/// Every way in which we say no. Knows nothing of HTTP, SQS or any library.
@NullMarked
package io.imagehandler.failure;

import org.jspecify.annotations.NullMarked;
