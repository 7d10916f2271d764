package io.imagehandler.worker.upkeep;

import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Convergence;
import io.imagehandler.rendition.convergence.Darkroom;
import io.imagehandler.rendition.convergence.EagerRenditions;
import io.imagehandler.rendition.convergence.InMemoryAttempts;
import io.imagehandler.rendition.convergence.InMemoryManifests;
import io.imagehandler.rendition.convergence.Lease;
import io.imagehandler.rendition.convergence.Stores;
import io.imagehandler.rendition.convergence.TestConvergence;
import io.imagehandler.rendition.convergence.Witnesses;
import io.imagehandler.rendition.upkeep.CountedListing;
import io.imagehandler.rendition.upkeep.InMemoryRuns;
import io.imagehandler.rendition.upkeep.Listing.Listed;
import io.imagehandler.rendition.upkeep.Listings;
import io.imagehandler.style.Style;
import io.imagehandler.worker.reconcile.Judge.Evidence;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Stores in memory with many originals, and one worker.
public final class Site {

    private static final byte[][] PICTURES = {
        TestPictures.png(40, 30, 0xFF0000), TestPictures.png(40, 30, 0x00FF00)
    };

    public final InMemoryOriginals originals = new InMemoryOriginals();
    public final InMemoryRenditions renditions = new InMemoryRenditions();
    public final ChangingStyles styles = new ChangingStyles();
    public final QueuedJobs jobs = new QueuedJobs();
    public final InMemoryRuns runs = new InMemoryRuns();
    public final CountedListing originalList = originals.listing();
    public final CountedListing derivedList = renditions.listing();
    public final Halt halt = new Halt();
    public final EagerRenditions eager = new EagerRenditions(styles, false);
    public final Attempts attempts = new InMemoryAttempts().as("worker", "describing-1");
    public final Darkroom darkroom;
    public final Stores stores = new Stores(originals, renditions, new InMemoryManifests());

    private final DescribingEngine engine = new DescribingEngine();
    private final Convergence convergence;
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    public Site() {
        darkroom = new TestConvergence(originals, renditions, engine).darkroom(1_000_000);
        var witnesses =
                new Witnesses(
                        attempts, Witnesses.none().invalidations(), Witnesses.none().events());
        convergence = new Convergence(stores, witnesses, eager, darkroom);
        originals.setClock(() -> now);
        renditions.setClock(() -> now);
    }

    /// A style that is made for everybody.
    public static Style eager(String name, String text) {
        return Style.parse(name, text, List.of(), true, "", 0);
    }

    public InstantSource clock() {
        return () -> now;
    }

    /// Lets so many seconds go by.
    public void elapse(int seconds) {
        now = now.plusSeconds(seconds);
    }

    /// Uploads one, of which nobody is told.
    ///
    /// @param picture which one; two are equal if both are even, or both odd
    public void upload(String key, int picture) {
        originals.upload(key, PICTURES[picture % PICTURES.length], "image/png");
    }

    /// Runs the pass that an event sets off.
    public void tell(String key) {
        convergence.converge(new OriginalKey(key), Lease.unlimited());
    }

    /// Lets the worker do all jobs.
    public void work() {
        var tidying = convergence.tidying();
        jobs.drain(key -> tidying.converge(key, Lease.unlimited()));
    }

    public Convergence convergence() {
        return convergence;
    }

    public int decodes() {
        return engine.decodes();
    }

    public Listings listings() {
        return new Listings(originalList, derivedList);
    }

    public Evidence evidence() {
        return new Evidence(eager, renditions, attempts, darkroom);
    }

    public Dispatch dispatch() {
        return new Dispatch(jobs, new Pace(Double.POSITIVE_INFINITY), halt, now);
    }

    /// What of each path the bytes are to be told by, as it is.
    public Map<String, String> state() {
        var state = new TreeMap<String, String>();
        renditions.stored().forEach((path, one) -> state.put(path, told(one)));
        return state;
    }

    /// The same as it is to be.
    public Map<String, String> due() {
        var due = new TreeMap<String, String>();
        for (Listed original : originalList.all()) {
            for (OriginalKey key : Keys.of(original).stream().toList()) {
                for (WantedRendition wanted : eager.of(key)) {
                    var made = darkroom.provenance(original.tag(), wanted);
                    due.put(wanted.key().path(), made.toString());
                }
            }
        }
        return due;
    }

    private static String told(StoredRendition rendition) {
        return rendition.provenance().toString();
    }
}
