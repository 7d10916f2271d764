package io.imagehandler.worker.command;

import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Darkroom;
import io.imagehandler.rendition.convergence.EagerRenditions;
import io.imagehandler.rendition.convergence.Stores;
import io.imagehandler.rendition.upkeep.Listings;
import io.imagehandler.rendition.upkeep.Runs;
import io.imagehandler.worker.upkeep.Jobs;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// What commands work with that go through whole stores; wired from the worker's own settings.
public interface Workbench extends AutoCloseable {

    Stores stores();

    Listings listings();

    EagerRenditions eager();

    Darkroom darkroom();

    Attempts attempts();

    Runs runs();

    Jobs jobs();

    MeterRegistry meters();

    /// How many originals one worker works on at a time.
    int slots();

    /// How old the styles may be that workers know.
    Duration styleRefresh();

    @Override
    void close();
}
