/// The worker: takes the events of uploads from a queue and brings the renditions in step.
@NullMarked
package io.imagehandler.worker;

import org.jspecify.annotations.NullMarked;
