package io.imagehandler.ondemand.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.ondemand.admission.Deadline;
import io.imagehandler.ondemand.admission.Flights;
import io.imagehandler.ondemand.admission.Memory;
import io.imagehandler.ondemand.admission.Passenger;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Steps;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int MOST = (int) (Shelf.MOST_BYTES / MEGABYTE);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Steps steps = new Steps();
    private final WriteBack writeBack =
            new WriteBack(
                    new InMemoryOriginals(steps),
                    new InMemoryRenditions(steps),
                    new Memory(new MemoryBudget(1000L * MEGABYTE)),
                    1);
    private final Flights<String, String> flights = new Flights<>(_ -> true);
    private final Queue<Runnable> later = new ConcurrentLinkedQueue<>();
    private final Shelf shelf = new Shelf(writeBack, later::add);

    @AfterEach
    void close() {
        writeBack.close();
    }

    @Test
    void keepsWhatWasStored() {
        store(1, MEGABYTE);

        assertThat(flights.has("1")).isTrue();
    }

    @Test
    void letsItGoWhenItsTimeIsOver() {
        store(1, MEGABYTE);

        later.remove().run();

        await().until(() -> !flights.has("1"));
    }

    @Test
    void letsTheOldestGoWhereItIsTooMuch() {
        for (int number = 0; number < MOST + 3; number++) {
            store(number, MEGABYTE);
        }

        List<Integer> newest = IntStream.range(3, MOST + 3).boxed().toList();
        await().untilAsserted(() -> assertThat(kept()).isEqualTo(newest));
        later.forEach(Runnable::run);
        await().untilAsserted(() -> assertThat(kept()).isEmpty());
    }

    @Test
    void hasRoomForOthersOnceTheirTimeIsOver() {
        for (int number = 0; number < 3 * MOST; number++) {
            store(number, MEGABYTE);
            later.remove().run();
        }

        store(0, MOST * MEGABYTE);

        assertThat(flights.has("0")).isTrue();
    }

    @Test
    void keepsNothingThatIsTooMuchAlone() {
        store(1, MOST * MEGABYTE + 1);

        await().until(() -> !flights.has("1"));
    }

    private List<Integer> kept() {
        return IntStream.range(0, MOST + 3)
                .filter(number -> flights.has(String.valueOf(number)))
                .boxed()
                .toList();
    }

    /// Returns once it is on the shelf, or is not kept there.
    private void store(int number, int bytes) {
        var wanted = Studio.wanted("a.png", "resize,w_" + (1 + number)).wanted();
        var image =
                new EncodedImage(OutputFormat.PNG, new Size(1, 1), 1, ByteBuffer.allocate(bytes));
        int before = later.size();
        flights.get(
                String.valueOf(number),
                new Passenger(Deadline.in(LONG), () -> false, () -> {}),
                flight -> {
                    flight.commit();
                    var made = new Provenance(new EntityTag("tag"), "recipe");
                    shelf.store(wanted, image, made, flight.keep(LONG));
                    return "made";
                });
        await().until(() -> later.size() > before);
    }
}
