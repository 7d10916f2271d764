/// The edge on one machine: routes, caches and refuses as CloudFront will, by the function that
/// CloudFront will run.
@NullMarked
package io.imagehandler.local.edge;

import org.jspecify.annotations.NullMarked;
