package io.imagehandler.ondemand.picture;

import io.imagehandler.ondemand.admission.Admission;
import io.imagehandler.ondemand.admission.Client;
import io.imagehandler.ondemand.admission.Deadline;
import io.imagehandler.ondemand.admission.Passenger;
import io.imagehandler.ondemand.observation.RequestRecord;
import io.imagehandler.ondemand.observation.RequestRecord.Phase;
import java.time.Duration;

/// Somebody asks for something.
///
/// @param deadline by when he must be answered
/// @param record where what becomes of it is written down
record Call(Deadline deadline, Client client, RequestRecord record) {

    Passenger passenger() {
        return new Passenger(deadline, client, record::joined);
    }

    void took(Admission.Phase phase, Duration time) {
        record.took(
                switch (phase) {
                    case WAIT -> Phase.WAIT;
                    case FETCH -> Phase.FETCH;
                    case RENDER -> Phase.RENDER;
                },
                time);
    }
}
