/// What makes a decoder of a service misbehave over the pictures that ask for it. It is loaded as
/// an agent, so that the service itself is the very jar that is deployed.
@NullMarked
package io.imagehandler.local.chaos.worker.hook;

import org.jspecify.annotations.NullMarked;
