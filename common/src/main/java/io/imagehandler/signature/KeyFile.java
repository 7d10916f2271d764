package io.imagehandler.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys of a file, which is read again while the service runs: what changes there is in effect
/// [#LONGEST_UNREAD] later at the latest.
///
/// A file that cannot be read, or is wrong, changes nothing: half a file must not lock out whoever
/// holds a signed URL. That is logged once. Safe for use by many threads.
public final class KeyFile implements SigningKeys {

    /// How old what is known of the file may be.
    public static final Duration LONGEST_UNREAD = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final int MOST_BYTES = 64 << 10;

    private final Path file;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known;

    /// @param problem with the file as it was last; empty if there was none
    private record Known(KeyRing keys, Instant read, String problem) {}

    private KeyFile(Path file, InstantSource clock, KeyRing keys) {
        this.file = file;
        this.clock = clock;
        this.known = new Known(keys, clock.instant(), "");
    }

    /// The keys of that file: one `<id>=<secret>` a line, see [SigningKey#of]; empty lines and
    /// those that begin with `#` say nothing.
    ///
    /// @throws IOException if it cannot be read
    /// @throws IllegalArgumentException if it is wrong, or has no key; tells no secret
    public static KeyFile open(Path file, InstantSource clock) throws IOException {
        return new KeyFile(file, clock, read(file));
    }

    private static KeyRing read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "the file must have at most " + MOST_BYTES + " bytes but has more");
            }
            return KeyLines.parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Override
    public Optional<SigningKey> find(String id) {
        Instant now = clock.instant();
        // One thread reads; the others go on with what is known.
        if (isStale(now) && reading.tryLock()) {
            try {
                readAgain(now);
            } finally {
                reading.unlock();
            }
        }
        return known.keys().find(id);
    }

    private boolean isStale(Instant now) {
        Instant read = known.read();
        return now.isBefore(read) || !now.isBefore(read.plus(LONGEST_UNREAD));
    }

    private void readAgain(Instant now) {
        Known before = known;
        try {
            KeyRing keys = read(file);
            known = new Known(keys, now, "");
            if (!before.problem().isEmpty() || !keys.ids().equals(before.keys().ids())) {
                LOG.info("the signing keys are now {}", keys.ids());
            }
        } catch (IOException | IllegalArgumentException failure) {
            String problem = String.valueOf(failure.getMessage());
            known = new Known(before.keys(), now, problem);
            if (!problem.equals(before.problem())) {
                LOG.error(
                        "the signing keys stay {}, since their file is no good: {}",
                        before.keys().ids(),
                        problem);
            }
        }
    }
}
