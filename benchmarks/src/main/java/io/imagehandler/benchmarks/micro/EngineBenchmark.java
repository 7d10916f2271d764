package io.imagehandler.benchmarks.micro;

import io.imagehandler.benchmarks.contender.Renderings;
import io.imagehandler.benchmarks.pictures.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one rendition takes with libvips, from text and bytes to a file, on one thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {

    @Param({
        "image/resize,w_800/quality,q_80/format,jpg",
        "image/resize,w_800/quality,q_75/format,webp",
        "image/resize,m_fill,w_400,h_400/sharpen,100/format,webp"
    })
    private String text = "";

    private final Renderings renderings = Renderings.byVips();
    private byte[] photo = {};

    /// Draws the photograph, once.
    @Setup
    public void read() throws IOException {
        var folder = Path.of(System.getProperty("imagehandler.pictures", "target/pictures"));
        photo = Files.readAllBytes(new Specimens(folder).jpeg("photo-12mp.jpg", 4_000, 3_000));
    }

    /// The size of the file that was made.
    @Benchmark
    public long render() {
        return renderings.together(photo, List.of(text));
    }
}
