package io.imagehandler.ondemand.picture;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.ondemand.admission.Admission;
import io.imagehandler.ondemand.admission.Client;
import io.imagehandler.ondemand.admission.Deadline;
import io.imagehandler.ondemand.admission.Passenger;
import io.imagehandler.ondemand.observation.RequestRecord;
import io.imagehandler.ondemand.observation.RequestRecord.Phase;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.Prepared;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// Somebody asks for something.
///
/// @param deadline by when he must be answered
/// @param record where what becomes of it is written down
record Call(Deadline deadline, Client client, RequestRecord record) {

    Passenger passenger() {
        return new Passenger(deadline, client, record::joined);
    }

    /// What was prepared of that original, which is written down.
    <T> Prepared<T> prepared(Original original, Supplier<Prepared<T>> preparing) {
        record.read(original.tag(), original.bytes().remaining());
        Prepared<T> prepared = record.timed(Phase.RENDER, preparing);
        ImageFacts facts = prepared.source();
        record.inspected(
                facts.format().name().toLowerCase(Locale.ROOT),
                facts.size().pixels() * facts.frames());
        return prepared;
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
