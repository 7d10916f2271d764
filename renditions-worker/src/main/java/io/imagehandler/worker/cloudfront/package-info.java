/// CloudFront, as the cache that is to forget what changed.
@NullMarked
package io.imagehandler.worker.cloudfront;

import org.jspecify.annotations.NullMarked;
