package io.imagehandler.ondemand.picture;

import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.ondemand.admission.Admission;
import io.imagehandler.ondemand.admission.AdmissionCounts;
import io.imagehandler.ondemand.admission.Client;
import io.imagehandler.ondemand.admission.ClientGone;
import io.imagehandler.ondemand.admission.Deadline;
import io.imagehandler.ondemand.admission.Flight;
import io.imagehandler.ondemand.admission.Flights;
import io.imagehandler.ondemand.admission.ServiceFailure;
import io.imagehandler.ondemand.observation.RequestRecord;
import io.imagehandler.rendition.ByteRange;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OpenOriginal;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Prepared;
import io.imagehandler.rendition.Rendering;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.RenditionKey.OfQuery;
import io.imagehandler.rendition.WantedRendition;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Gets the picture that a request is after.
///
/// All who want the same rendition at the same time share one, see [Flights]. It is shared until it
/// is stored, or it is known that it will not be, and a little longer, see [Shelf], but at most
/// [#KEPT]: so a task renders it once, however many ask before the store can answer them.
///
/// Who asks while a rendition is being made is given what the one got who asked first, even if the
/// original is replaced meanwhile: for as long as it takes to make it, which is no longer than the
/// first one's deadline unless it hangs. Who asks when it has been made is given it only if its
/// original is current, see [Freshness]; a watermark in it may have been replaced for [#KEPT].
///
/// Safe for use by many threads.
public final class Pictures {

    /// For so long a rendition that was made is shared at most.
    public static final Duration KEPT = Duration.ofSeconds(10);

    private final Flights<String, Shared> flights = new Flights<>(Shared.CARGO);
    private final Originals originals;
    private final Renderers renderers;
    private final Admission admission;
    private final Shelf shelf;
    private final Callers callers;

    public Pictures(
            Originals originals,
            Renderers renderers,
            Admission admission,
            Shelf shelf,
            Callers callers) {
        this.originals = originals;
        this.renderers = renderers;
        this.admission = admission;
        this.shelf = shelf;
        this.callers = callers;
    }

    /// What is known of those who ask.
    ///
    /// @param client the one whom the current thread serves
    /// @param deadline how long he may be kept waiting
    public record Callers(Supplier<Client> client, Duration deadline) {}

    /// The original as it is stored, to be closed.
    ///
    /// @throws NoSuchOriginal if there is none
    public OpenOriginal stored(Target.Stored target) {
        return originals
                .open(target.key())
                .orElseThrow(() -> new NoSuchOriginal("there is no such original"));
    }

    /// A part of the original as it is stored, to be closed, or nothing if it is another one by
    /// now.
    public Optional<OpenOriginal> part(Target.Stored target, EntityTag tag, ByteRange range) {
        return originals.open(target.key(), tag, range);
    }

    /// The rendition, which is stored behind the answer for those who ask next.
    ///
    /// @throws io.imagehandler.failure.ImageFailure if it cannot be made
    /// @throws ServiceFailure if there is no capacity, or the time is up
    /// @throws ClientGone if the client left
    public Picture made(Target.Made target) {
        Call call = call();
        return share(
                target.wanted().key(),
                call,
                flight -> {
                    var making = new Making(target, call, renderers, storing(flight));
                    return admission.carryOut(making, flight);
                });
    }

    /// What the original says of itself.
    ///
    /// @throws io.imagehandler.failure.ImageFailure if it is no picture
    /// @throws ServiceFailure if there is no capacity, or the time is up
    /// @throws ClientGone if the client left
    public Picture told(Target.Asked target) {
        Call call = call();
        return share(
                new OfQuery(target.original(), target.query()),
                call,
                flight -> admission.carryOut(new Telling(target, call, renderers), flight));
    }

    /// Whether nobody is let in now who wants what nobody is making: then [#refusal] tells whom.
    public boolean isClosed() {
        return admission.isClosed();
    }

    /// Why [#made] or [#told] would refuse it at once, if that is so: there is no place, and nobody
    /// is making it just now.
    public Optional<ServiceFailure> refusal(Target target) {
        return switch (target) {
            case Target.Stored _ -> Optional.empty();
            case Target.Made made -> refusal(made.wanted().key());
            case Target.Asked asked -> refusal(new OfQuery(asked.original(), asked.query()));
        };
    }

    private Optional<ServiceFailure> refusal(RenditionKey key) {
        return flights.has(key.path()) ? Optional.empty() : admission.refusal();
    }

    /// The rendition as it would be made, up to what is cheap: nothing is decoded.
    ///
    /// @throws io.imagehandler.failure.ImageFailure if it cannot be made
    /// @throws ServiceFailure if there is no capacity
    /// @throws InterruptedException if nobody wants it any more
    public Prepared<Rendering.Made> examined(Target.Made target) throws InterruptedException {
        WantedRendition wanted = target.wanted();
        return admission.look(
                target.original(),
                (original, desk) ->
                        renderers
                                .of(target.original(), original.tag())
                                .prepare(
                                        original.bytes(),
                                        wanted,
                                        WatermarkPictures.read(wanted, desk)));
    }

    /// How busy this is.
    public AdmissionCounts counts() {
        return admission.counts(flights);
    }

    private Picture share(RenditionKey key, Call call, Flights.Work<Shared> work) {
        return flights.get(key.path(), call.passenger(), work).picture();
    }

    private Call call() {
        return new Call(
                Deadline.in(callers.deadline()), callers.client().get(), RequestRecord.current());
    }

    private Making.Storing storing(Flight<Shared> flight) {
        return (wanted, image, provenance) ->
                shelf.store(wanted, image, provenance, flight.keep(KEPT));
    }
}
