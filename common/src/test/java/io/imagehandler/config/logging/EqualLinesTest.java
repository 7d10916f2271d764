package io.imagehandler.config.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.imagehandler.log.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EqualLinesTest {

    private final Queue<Runnable> later = new ConcurrentLinkedQueue<>();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger said = new LoggerContext().getLogger("said");
    private final Logger counted = (Logger) LoggerFactory.getLogger(EqualLines.class);

    @BeforeEach
    void listen() {
        var filter = new EqualLines(later::add);
        filter.start();
        lines.addFilter(filter);
        lines.start();
        said.addAppender(lines);
        counted.addAppender(lines);
    }

    @AfterEach
    void stop() {
        counted.detachAppender(lines);
    }

    @Test
    void saysOfManyEqualErrorsHowManyThereWere() {
        for (int i = 0; i < 10_000; i++) {
            said.error("request {} failed", i);
        }
        endSecond();

        assertThat(texts()).hasSize(11).endsWith("and more of: said: request {} failed");
        assertThat(lines.list.getLast().getKeyValuePairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.value).isEqualTo(9_990));
    }

    @Test
    void countsWhatIsMarkedAsAComplaint() {
        for (int i = 0; i < 100; i++) {
            said.info(Complaint.MARKER, "refused");
            said.info("served");
        }
        endSecond();

        assertThat(texts().stream().filter("refused"::equals)).hasSize(10);
        assertThat(texts().stream().filter("served"::equals)).hasSize(100);
        assertThat(texts()).endsWith("and more of: said: refused");
    }

    @Test
    void countsEachTextAndEachSecondForItself() {
        for (int i = 0; i < 10; i++) {
            said.warn("one");
            said.warn("other");
        }
        endSecond();
        said.warn("one");
        endSecond();

        assertThat(texts()).hasSize(21);
    }

    @Test
    void countsNothingThatIsNoComplaint() {
        said.setLevel(Level.INFO);
        for (int i = 0; i < 100; i++) {
            said.info("request");
        }

        assertThat(texts()).hasSize(100);
        assertThat(later).isEmpty();
    }

    @Test
    void remembersOnlySoManyTexts() {
        for (int i = 0; i < 5_000; i++) {
            said.warn("made of a request: " + i);
        }

        assertThat(texts()).hasSize(1_000);
    }

    private void endSecond() {
        var tasks = new ArrayList<>(later);
        later.clear();
        tasks.forEach(Runnable::run);
    }

    private List<String> texts() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
