package io.imagehandler.benchmarks.s3;

import io.imagehandler.benchmarks.measure.Contender;
import io.imagehandler.benchmarks.served.StandIns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A process in which a client asks the S3 of the running [StandIns]. Not safe for use by several
/// threads.
public final class Caller implements AutoCloseable {

    /// Of the original that is read, which must be there.
    public static final String ORIGINAL = Place.KEY;

    private final Contender process;
    private final Start start;

    private Caller(Contender process, Start start) {
        this.process = process;
        this.start = start;
    }

    /// How it began.
    ///
    /// @param millis from the start of the process to the first answer
    /// @param processorMillis processor time of the process until then
    /// @param mebibytes that the process held before it had a client
    public record Start(double millis, double processorMillis, long mebibytes) {}

    /// Returns once S3 has answered it for the first time.
    public static Caller start(Library library) throws IOException {
        long begun = System.nanoTime();
        var process = Contender.start(library.title(), command(library), StandIns::credentials);
        Mixes first = Mixes.of(process.answer());
        double millis = (System.nanoTime() - begun) / 1e6;
        return new Caller(process, new Start(millis, first.micros() / 1e3, first.mebibytes()));
    }

    /// The heap has one size, which all fill: what they differ in is beside it.
    private static List<String> command(Library library) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xms160m",
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Calling.class.getName(),
                library.name());
    }

    public Start start() {
        return start;
    }

    /// Does so many, 8 at a time.
    public Mixes mixes(int count) throws IOException {
        return Mixes.of(process.ask(Integer.toString(count)));
    }

    @Override
    public void close() {
        process.close();
    }
}
