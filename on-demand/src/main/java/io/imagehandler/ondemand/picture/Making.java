package io.imagehandler.ondemand.picture;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.ondemand.admission.Admission;
import io.imagehandler.ondemand.admission.Deadline;
import io.imagehandler.ondemand.admission.Desk;
import io.imagehandler.ondemand.admission.Freshness;
import io.imagehandler.rendition.Marks;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Prepared;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.Rendering;
import io.imagehandler.rendition.Rendering.PassedOn;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.rendition.WantedRendition;
import java.time.Duration;
import java.util.Map;

/// Making one rendition, and having it stored. For one thread.
final class Making implements Admission.Job<Rendering.Made, Shared> {

    private final Target.Made target;
    private final Call call;
    private final Renderers renderers;
    private final Storing storing;
    private Marks marks = new Marks(Map.of());

    Making(Target.Made target, Call call, Renderers renderers, Storing storing) {
        this.target = target;
        this.call = call;
        this.renderers = renderers;
        this.storing = storing;
        call.record().attempted();
    }

    /// Sees to it that what was made is stored.
    @FunctionalInterface
    interface Storing {
        void store(WantedRendition wanted, EncodedImage image, Provenance provenance);
    }

    @Override
    public String name() {
        return target.wanted().key().path();
    }

    @Override
    public OriginalKey original() {
        return target.original();
    }

    @Override
    public Deadline deadline() {
        return call.deadline();
    }

    @Override
    public Prepared<Rendering.Made> prepare(Original original, Desk desk)
            throws InterruptedException {
        Renderer renderer = renderers.of(target.original(), original.tag());
        marks = WatermarkPictures.read(target.wanted(), desk);
        return call.prepared(
                original, () -> renderer.prepare(original.bytes(), target.wanted(), marks));
    }

    @Override
    public Shared finish(Original original, Freshness.Version version, Rendering.Made made) {
        WantedRendition wanted = target.wanted();
        Provenance provenance = renderers.usual().provenance(original.tag(), wanted, marks);
        var identity = Identity.of(provenance, original.lastModified(), wanted.isNegotiated());
        Picture picture =
                switch (made) {
                    case Rendered(var _, EncodedImage image, var _) -> {
                        storing.store(wanted, image, provenance);
                        call.record().rendered(renderers.usual().engine(), image.format().word());
                        yield Picture.of(image, identity);
                    }
                    case PassedOn(var _, SourceFormat format, var _, var _) ->
                            Picture.of(original, format, identity);
                };
        return new Shared(picture, version);
    }

    @Override
    public void took(Admission.Phase phase, Duration time) {
        call.took(phase, time);
    }
}
