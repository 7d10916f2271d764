package io.imagehandler.worker.eventbridge;

import io.imagehandler.worker.failure.Pauses;
import java.time.Duration;

/// How long things take.
///
/// @param longestWait how long a pass waits for its event to be taken
/// @param pauses between a refusal and the next try
/// @param patience after so long an event is given up
record Pace(Duration longestWait, Pauses pauses, Duration patience) {

    static final Pace USUAL =
            new Pace(
                    Duration.ofSeconds(5),
                    new Pauses(Duration.ofMillis(500), Duration.ofSeconds(30)),
                    Duration.ofHours(24));
}
