/// What stands before the viewers: CloudFront and its functions.
@NullMarked
package io.imagehandler.infra.delivery;

import org.jspecify.annotations.NullMarked;
