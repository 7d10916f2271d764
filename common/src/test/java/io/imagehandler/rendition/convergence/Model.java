package io.imagehandler.rendition.convergence;

import static io.imagehandler.rendition.convergence.ModelPictures.KEY;
import static java.util.stream.Collectors.toSet;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Md5;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.RenditionsContract;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.convergence.Baton.Actor;
import io.imagehandler.rendition.convergence.Baton.Death;
import io.imagehandler.rendition.convergence.Baton.Faults;
import io.imagehandler.rendition.convergence.Baton.Unavailable;
import io.imagehandler.rendition.convergence.ModelPictures.ModelDarkroom;
import io.imagehandler.rendition.convergence.RecordedEvents.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One original, those who change it, three workers and some requests, in one schedule.
final class Model implements Baton.Surroundings {

    /// Renditions of another original, whose key starts with this one's: nobody's business.
    private static final OriginalKey BELOW = new OriginalKey(KEY.value() + "/b");

    private static final String BELOW_PATH = RenditionsContract.style(BELOW, "thumb").path();

    private static final int WORKERS = 3;

    private final Setup setup;
    private final SplittableRandom random;
    private final Baton baton;
    private final ModelQueue queue;
    private final InMemoryOriginals originals;
    private final InMemoryRenditions renditions;
    private final InMemoryManifests manifests;
    private final InMemoryAttempts attempts;
    private final RecordedEvents events;
    private final RecordedInvalidations invalidations;
    private final Steps steps = new ScheduledSteps();
    private final List<WorkerLease> leases = new ArrayList<>();
    private final Set<String> excused = new LinkedHashSet<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<EntityTag> buried = new HashSet<>();
    private @Nullable String content;
    private int lives;
    private long ticked;

    /// @param faults what may go wrong
    /// @param marks whether attempts are remembered
    /// @param requestsDie whether requests may die, too, or be refused by the store
    /// @param sabotage what is wrong on purpose
    record Setup(Faults faults, boolean marks, boolean requestsDie, Sabotage sabotage) {}

    /// What a worker has called in this pass: whether it has written, and whether it has begun a
    /// sweep since it looked at the original.
    static final class Witnessed {
        boolean written;
        boolean sweeping;
    }

    /// What came of a schedule.
    ///
    /// @param wrong what is there and should not be, or is not and should
    /// @param excused whether all of it is what the residual double fault may leave: somebody wrote
    ///   or removed it who died, or was refused, before he could look whether he still should, with
    ///   nobody to come after him; and it is not a stale rendition where an eager one belongs
    record Verdict(List<Wrong> wrong, boolean excused, List<String> trace) {}

    Model(long seed, Setup setup, boolean traced) {
        this.setup = setup;
        this.random = new SplittableRandom(seed);
        this.baton = new Baton(random, this, setup.faults(), traced);
        this.queue = new ModelQueue(random);
        this.originals = new InMemoryOriginals(steps);
        this.renditions = new InMemoryRenditions(steps);
        this.manifests = new InMemoryManifests(steps);
        this.attempts = new InMemoryAttempts(steps);
        this.events = new RecordedEvents(steps);
        this.invalidations = new RecordedInvalidations(steps);
    }

    /// Every call to the outside.
    private final class ScheduledSteps extends Steps {

        private boolean quiet = true;

        @Override
        public void take(String step) {
            if (quiet) {
                return;
            }
            baton.step(step);
            if (mayBeRefused() && baton.refuses()) {
                throw new Unavailable();
            }
        }
    }

    private boolean mayBeRefused() {
        return setup.requestsDie() || !baton.self().name.startsWith("request");
    }

    Verdict run() {
        renditions.create(
                RenditionsContract.style(BELOW, "thumb"),
                RenditionsContract.image("below"),
                new Provenance(new EntityTag("below"), "below"));
        quiet(false);
        baton.add(new Actor("uploader", 0, false), this::change);
        for (int i = 0; i < WORKERS; i++) {
            var actor = new Actor("worker-" + i, setup.faults().crash() == 0 ? 0 : 2, true);
            baton.add(actor, () -> work(actor));
        }
        int requests = random.nextInt(4);
        for (int i = 0; i < requests; i++) {
            baton.add(new Actor("request-" + i, setup.requestsDie() ? 1 : 0, false), this::request);
        }
        baton.run();
        quiet(true);
        List<Wrong> wrong = wrong();
        return new Verdict(wrong, isExcused(wrong), baton.trace());
    }

    /// What is still wrong after one more event of the key: the bound of what is excused.
    List<Wrong> wrongAfterAnotherEvent() {
        quiet(true);
        new Convergence(
                        new Stores(originals, renditions, manifests),
                        Witnesses.none(),
                        ModelPictures.EAGER,
                        new ModelDarkroom(steps))
                .converge(KEY, Lease.unlimited());
        return wrong();
    }

    private List<Wrong> wrong() {
        var end = new Examination(renditions.stored(), manifests.texts().get(KEY));
        end.foreign(BELOW_PATH);
        end.stored(content);
        if (content != null && setup.marks()) {
            EntityTag tag = Md5.tag(ModelPictures.bytes(content));
            end.told(events.told().stream().map(Told::etag).collect(toSet()), tag);
            if (content.equals(ModelPictures.JUNK)) {
                end.told(buried, tag);
            }
        }
        if (setup.faults().equals(Faults.NONE)) {
            end.caches(changed, Set.copyOf(invalidations.paths()));
        }
        return end.wrong();
    }

    private void quiet(boolean on) {
        ((ScheduledSteps) steps).quiet = on;
    }

    private boolean isExcused(List<Wrong> wrong) {
        return wrong.stream()
                .allMatch(one ->
                        switch (one.kind()) {
                            case LEFT, MISSING -> excused.contains(one.path());
                            case STALE, FOREIGN, UNTOLD, CACHED -> false;
                        });
    }

    // Who acts

    private void change() {
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            baton.sleep(random.nextInt(random.nextInt(3) == 0 ? 200_000 : 20_000));
            int size = ModelPictures.CONTENTS.size();
            int which = random.nextInt(size + 3);
            if (which >= size && i > 0) {
                content = null;
                originals.delete(KEY.value());
            } else {
                content = ModelPictures.CONTENTS.get(which % size);
                originals.upload(KEY.value(), ModelPictures.bytes(content), "image/jpeg");
            }
            send();
            if (random.nextInt(3) == 0) {
                send();
            }
        }
    }

    /// Events come late, and so in any order.
    private void send() {
        queue.send(baton.now() + random.nextInt(random.nextInt(3) == 0 ? 100_000 : 3_000));
    }

    private void request() {
        baton.sleep(random.nextInt(60_000));
        var path = ModelPictures.ASKED.get(random.nextInt(ModelPictures.ASKED.size()));
        var tracked = new Tracked(setup.sabotage().requested(renditions), new Witnessed());
        try {
            var original = originals.read(KEY, 100);
            if (original.isEmpty()
                    || ModelPictures.content(original.get()).equals(ModelPictures.JUNK)) {
                return;
            }
            steps.take("RENDER");
            var image = ModelPictures.image(ModelPictures.content(original.get()), path.path());
            new Deposit(originals, tracked)
                    .store(
                            path,
                            image,
                            ModelPictures.provenance(original.get().tag(), path.path()));
        } catch (Unavailable | Death left) {
            excused.addAll(tracked.touched);
        }
    }

    private void work(Actor self) {
        while (true) {
            baton.awaitWork();
            if (!queue.hasVisible(baton.now())) {
                continue;
            }
            var lease = new WorkerLease(self, queue.receive(baton.now()));
            leases.add(lease);
            var tracked =
                    new Tracked(
                            setup.sabotage().renditions(renditions, lease.witnessed),
                            lease.witnessed);
            try {
                follow(lease, tracked);
            } catch (Death death) {
                if (!queue.comesBack(lease.delivery)) {
                    excused.addAll(tracked.touched);
                }
                leases.remove(lease);
                baton.sleep(1_000L + random.nextInt(60_000));
                self.rise();
            } finally {
                leases.remove(lease);
            }
        }
    }

    private void follow(WorkerLease lease, Tracked tracked) {
        long again = 1_000L + random.nextInt(60_000);
        try {
            Outcome outcome = converge(lease, tracked);
            switch (outcome) {
                case Outcome.Done _ -> {
                    baton.step("ACKNOWLEDGE");
                    queue.acknowledge(lease.delivery);
                    return;
                }
                case Outcome.Later later -> {
                    if (later.isFailure()) {
                        lease.attempts.fail(KEY, "later");
                    }
                    again = later.latest().toMillis();
                }
            }
        } catch (Unavailable refused) {
            try {
                lease.attempts.fail(KEY, "unavailable");
            } catch (Unavailable refusedAgain) {
                again++;
            }
        }
        baton.step("CHANGE VISIBILITY");
        queue.makeVisible(lease.delivery, baton.now(), again);
    }

    private Outcome converge(WorkerLease lease, Tracked tracked) {
        Witnessed witnessed = lease.witnessed;
        var sabotage = setup.sabotage();
        var stores =
                new Stores(
                        sabotage.originals(originals, witnessed),
                        tracked,
                        new TrackedManifests(manifests, tracked.touched));
        return new Convergence(
                        stores,
                        new Witnesses(lease.attempts, invalidations, events),
                        ModelPictures.EAGER,
                        new ModelDarkroom(steps))
                .converge(KEY, lease);
    }

    // Time

    @Override
    public boolean hasWork(long now) {
        return queue.hasVisible(now);
    }

    @Override
    public long nextEvent(long now) {
        long next = queue.nextVisible();
        for (WorkerLease lease : leases) {
            next = Math.min(next, lease.nextBeat());
        }
        return next;
    }

    @Override
    public void tick(long now) {
        attempts.elapse(Duration.ofMillis(now - ticked));
        ticked = now;
        for (WorkerLease lease : leases) {
            lease.tick(now);
        }
    }

    /// The lease of a worker on one delivery, with a heart that beats unless its process stands
    /// still, or nobody hears it.
    private final class WorkerLease implements Lease {

        private static final long INTERVAL = 40_000;

        private final Witnessed witnessed = new Witnessed();
        private final Actor worker;
        private final ModelQueue.Delivery delivery;
        private final Attempts attempts;
        private final boolean unheard;
        private long renewedAt = baton.now();
        private long beatAt = baton.now();

        WorkerLease(Actor worker, ModelQueue.Delivery delivery) {
            this.worker = worker;
            this.delivery = delivery;
            this.attempts =
                    setup.marks()
                            ? Model.this.attempts.as(worker.name + "/" + lives++, "model-1")
                            : Attempts.none();
            this.unheard = setup.faults().freeze() > 0 && random.nextInt(10) == 0;
        }

        private boolean beats() {
            return !unheard && !worker.isFrozen() && !worker.isDead();
        }

        long nextBeat() {
            return beats() ? beatAt + INTERVAL : Long.MAX_VALUE;
        }

        void tick(long now) {
            if (beats() && now >= beatAt + INTERVAL) {
                beatAt = now;
                if (queue.makeVisible(delivery, now, ModelQueue.VISIBILITY)) {
                    renewedAt = now;
                    quiet(true);
                    attempts.renew(KEY);
                    quiet(false);
                }
            }
        }

        @Override
        public Duration age() {
            return Duration.ofMillis(baton.now() - renewedAt);
        }

        @Override
        public boolean isRepeated() {
            return delivery.isRepeated();
        }

        @Override
        public void reject(EntityTag etag, Rejection rejection) {
            steps.take("BURY");
            buried.add(etag);
        }

        @Override
        public void askAgain(OriginalKey key) {
            baton.step("ASK AGAIN");
            if (setup.sabotage().asksAgain()) {
                queue.send(baton.now());
            }
        }
    }

    // What is witnessed

    /// Remembers what somebody has done, and loses answers.
    private final class Tracked implements Renditions {

        private final Renditions real;
        private final Witnessed witnessed;
        private final Set<String> touched = new LinkedHashSet<>();

        Tracked(Renditions real, Witnessed witnessed) {
            this.real = real;
            this.witnessed = witnessed;
        }

        @Override
        public Optional<StoredRendition> find(String path) {
            return real.find(path);
        }

        @Override
        public boolean create(RenditionKey key, EncodedImage image, Provenance provenance) {
            return done(key.path(), real.create(key, image, provenance));
        }

        @Override
        public boolean replace(
                RenditionKey key, EntityTag seen, EncodedImage image, Provenance provenance) {
            boolean replaced = real.replace(key, seen, image, provenance);
            note(key.path(), replaced);
            return done(key.path(), replaced);
        }

        @Override
        public List<String> pathsOf(OriginalKey original) {
            witnessed.sweeping = true;
            return real.pathsOf(original);
        }

        @Override
        public boolean remove(String path, EntityTag seen) {
            boolean removed = real.remove(path, seen);
            note(path, removed);
            return done(path, removed);
        }

        /// What requests take back is cached for a minute at most.
        private void note(String path, boolean done) {
            if (done && !baton.self().name.startsWith("request")) {
                changed.add(path);
            }
        }

        /// An answer may be lost; then the call is tried again, and meets its own effect.
        private boolean done(String path, boolean done) {
            witnessed.written = true;
            touched.add(path);
            if (mayBeRefused() && baton.refuses()) {
                if (random.nextBoolean()) {
                    throw new Unavailable();
                }
                return false;
            }
            return done;
        }
    }
}
