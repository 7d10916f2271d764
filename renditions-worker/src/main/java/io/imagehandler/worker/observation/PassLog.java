package io.imagehandler.worker.observation;

import io.imagehandler.log.LogText;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.convergence.Outcome;
import io.imagehandler.rendition.convergence.Outcome.Gone;
import io.imagehandler.rendition.convergence.Outcome.InStep;
import io.imagehandler.rendition.convergence.Outcome.Later;
import io.imagehandler.rendition.convergence.Outcome.Rejected;
import io.imagehandler.worker.message.UploadChange;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// One line of the log for each pass, and for each event that needs none.
public final class PassLog {

    private static final Logger LOG = LoggerFactory.getLogger(PassLog.class);

    private final String engine;

    /// @param engine its version
    public PassLog(String engine) {
        this.engine = engine;
    }

    public void ended(UploadChange change, int receives, Outcome outcome, Duration time) {
        var line = line(change, WorkerMeters.word(outcome), receives);
        with(line, outcome).addKeyValue("ms", time.toMillis()).log("pass");
    }

    /// A pass that threw; why is told by who decides what becomes of it.
    ///
    /// @param code of our own words
    public void failed(UploadChange change, int receives, String code, Duration time) {
        line(change, "failed", receives)
                .addKeyValue("code", code)
                .addKeyValue("ms", time.toMillis())
                .log("pass");
    }

    /// @param reason of our own words
    public void ignored(UploadChange change, String reason) {
        line(change, "ignored", 1).addKeyValue("code", reason).log("event");
    }

    private LoggingEventBuilder line(UploadChange change, String outcome, int receives) {
        return LOG.atInfo()
                .addKeyValue("requestId", LogText.of(change.origin().requestId()))
                .addKeyValue("key", LogText.of(change.key()))
                .addKeyValue("etag", LogText.of(change.origin().etag()))
                .addKeyValue("event", LogText.of(change.event()))
                .addKeyValue("outcome", outcome)
                .addKeyValue("engine", engine)
                .addKeyValue("attempts", receives);
    }

    private static LoggingEventBuilder with(LoggingEventBuilder line, Outcome outcome) {
        return switch (outcome) {
            case InStep(int rendered, var refused, int removed) -> {
                var all = line.addKeyValue("rendered", rendered).addKeyValue("removed", removed);
                yield refused.isEmpty()
                        ? all
                        : all.addKeyValue("refused", refused.stream().map(PassLog::told).toList());
            }
            case Rejected rejected ->
                    line.addKeyValue("code", rejected.rejection().reason())
                            .addKeyValue("removed", rejected.removed());
            case Gone(int removed) -> line.addKeyValue("removed", removed);
            case Later _ -> line;
        };
    }

    private static String told(Refused refused) {
        String path = refused.wanted().key().path();
        String variant = path.substring(path.lastIndexOf('/') + 1);
        return LogText.of(variant + ": " + refused.reason().detail());
    }
}
