/// Says of a URL what the service would do with it, to operators only.
@NullMarked
package io.imagehandler.ondemand.explain;

import org.jspecify.annotations.NullMarked;
