package io.imagehandler.engine.vips;

import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what this libvips can do by doing it once: builds differ in their codecs.
final class SelfTest {

    private static final Logger LOG = LoggerFactory.getLogger(SelfTest.class);

    private static final Size SIZE = new Size(16, 16);

    /// Of `VipsForeignHeifCompression`.
    private static final int HEVC = 1;

    private final Vips vips;
    private final Set<SourceFormat> reads = EnumSet.noneOf(SourceFormat.class);
    private final Set<OutputFormat> writes = EnumSet.noneOf(OutputFormat.class);

    private SelfTest(Vips vips) {
        this.vips = vips;
    }

    /// @throws IllegalStateException if not even JPEG and PNG can be read and written
    static SelfTest run(Vips vips) {
        var test = new SelfTest(vips);
        for (var format : OutputFormat.values()) {
            test.tryOut(format);
        }
        test.attempt(SelfTest::heic).ifPresent(file -> test.tryOut(SourceFormat.HEIC, file));
        if (!test.reads.containsAll(Set.of(SourceFormat.JPEG, SourceFormat.PNG))
                || !test.writes.containsAll(Set.of(OutputFormat.JPEG, OutputFormat.PNG))) {
            throw new IllegalStateException("this libvips cannot read and write JPEG and PNG");
        }
        return test;
    }

    Set<SourceFormat> reads() {
        return Set.copyOf(reads);
    }

    Set<OutputFormat> writes() {
        return Set.copyOf(writes);
    }

    private void tryOut(OutputFormat format) {
        attempt(session -> Encoder.encode(Frames.still(black(session)), encoding(format)))
                .ifPresent(file -> {
                    writes.add(format);
                    tryOut(source(format), file);
                });
    }

    private void tryOut(SourceFormat format, byte[] file) {
        attempt(session -> decoded(session, format, file))
                .filter(SIZE::equals)
                .ifPresent(_ -> reads.add(format));
    }

    private <T> Optional<T> attempt(Function<Session, T> action) {
        try (var arena = Arena.ofConfined()) {
            return Optional.of(action.apply(new Session(vips, arena)));
        } catch (VipsFailure failure) {
            LOG.debug("Not in this libvips: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    private static Picture black(Session session) {
        return Colors.standard(session.black(SIZE, 3));
    }

    private static byte[] heic(Session session) {
        return black(session).call("heifsave_buffer").set("compression", HEVC).bytes();
    }

    private static Size decoded(Session session, SourceFormat format, byte[] file) {
        var copy = session.copy(ByteBuffer.wrap(file));
        return Loader.open(session, format, copy, 1, 1).inMemory().size();
    }

    private static SourceFormat source(OutputFormat format) {
        return switch (format) {
            case JPEG -> SourceFormat.JPEG;
            case PNG -> SourceFormat.PNG;
            case GIF -> SourceFormat.GIF;
            case WEBP -> SourceFormat.WEBP;
            case AVIF -> SourceFormat.AVIF;
        };
    }

    private static Encoding encoding(OutputFormat format) {
        return switch (format) {
            case JPEG -> new Encoding.Jpeg(80, false);
            case PNG -> new Encoding.Png();
            case GIF -> new Encoding.Gif();
            case WEBP -> new Encoding.Webp(75);
            case AVIF -> new Encoding.Avif(50);
        };
    }
}
