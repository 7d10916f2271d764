package io.imagehandler.ondemand.picture;

import io.imagehandler.ondemand.admission.Admission;
import io.imagehandler.ondemand.admission.Deadline;
import io.imagehandler.ondemand.admission.Desk;
import io.imagehandler.ondemand.admission.Freshness;
import io.imagehandler.rendition.Answer;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Prepared;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.RenditionKey.OfQuery;
import java.time.Duration;

/// Finding the answer to a question about one original.
record Telling(Target.Asked target, Call call, Renderers renderers)
        implements Admission.Job<Answer, Shared> {

    Telling {
        call.record().attempted();
    }

    @Override
    public String name() {
        return new OfQuery(target.original(), target.query()).path();
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
    public Prepared<Answer> prepare(Original original, Desk desk) throws InterruptedException {
        Renderer renderer = renderers.of(target.original(), original.tag());
        return call.prepared(original, () -> renderer.prepare(original.bytes(), target.query()));
    }

    @Override
    public Shared finish(Original original, Freshness.Version version, Answer answer) {
        Provenance provenance = renderers.usual().provenance(original.tag(), target.query());
        var identity = Identity.of(provenance, original.lastModified(), false);
        return new Shared(Picture.of(answer, identity), version);
    }

    @Override
    public void took(Admission.Phase phase, Duration time) {
        call.took(phase, time);
    }
}
