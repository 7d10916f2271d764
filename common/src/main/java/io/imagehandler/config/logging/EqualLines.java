package io.imagehandler.config.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.imagehandler.log.Complaint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/// Lets through ten equal complaints a second; how many more there were is said in one line at the
/// end of that second. Complaints are warnings and errors, and what is marked as a [Complaint];
/// they are equal if they come from the same logger and have the same text, whatever its arguments
/// and fields are. Safe for use by many threads.
final class EqualLines extends Filter<ILoggingEvent> {

    static final int MOST_A_SECOND = 10;

    /// Texts are constants of the code; should one be made of a request, this bounds the memory.
    private static final int MOST_SORTS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(EqualLines.class);
    private static final Executor A_SECOND_LATER =
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final Map<String, Integer> counts = new HashMap<>();
    private final Executor later;

    EqualLines() {
        this(A_SECOND_LATER);
    }

    /// @param later runs what it is given at the end of the second that begins now
    EqualLines(Executor later) {
        this.later = later;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean counted =
                isComplaint(event) && !event.getLoggerName().equals(EqualLines.class.getName());
        return !counted || count(event.getLoggerName() + ": " + event.getMessage()) <= MOST_A_SECOND
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }

    private static boolean isComplaint(ILoggingEvent event) {
        List<Marker> markers = event.getMarkerList();
        return event.getLevel().isGreaterOrEqual(Level.WARN)
                || (markers != null && markers.contains(Complaint.MARKER));
    }

    private synchronized int count(String sort) {
        if (counts.size() >= MOST_SORTS && !counts.containsKey(sort)) {
            return MOST_A_SECOND + 1;
        }
        int count = counts.merge(sort, 1, Integer::sum);
        if (count == 1) {
            later.execute(() -> endSecond(sort));
        }
        return count;
    }

    private void endSecond(String sort) {
        int more = forget(sort) - MOST_A_SECOND;
        if (more > 0) {
            LOG.atWarn().addKeyValue("more", more).log("and more of: {}", sort);
        }
    }

    private synchronized int forget(String sort) {
        Integer count = counts.remove(sort);
        return count == null ? 0 : count;
    }
}
