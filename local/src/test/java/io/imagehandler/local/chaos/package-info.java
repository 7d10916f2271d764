/// The harness of the rows of faults and load: services as processes, an AWS that can be taken
/// away, and the report.
@NullMarked
package io.imagehandler.local.chaos;

import org.jspecify.annotations.NullMarked;
