package io.imagehandler.benchmarks.micro;

import io.imagehandler.transformation.Processing;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What reading a request's text and printing its canonical form take.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GrammarBenchmark {

    /// Of a typical URL.
    public static final String USUAL = "image/resize,w_800/quality,q_80/format,webp";

    /// A usual one, and a long one.
    @Param({
        USUAL,
        "image/auto-orient,1/resize,m_fill,w_400,h_300/crop,w_300,h_200,g_center"
                + "/sharpen,100/bright,10/rounded-corners,r_20/quality,q_75/format,webp"
    })
    private String text = "";

    /// Text to canonical text.
    @Benchmark
    public String canonical() {
        Processing read = TransformationGrammar.parseProcessing(text);
        return TransformationGrammar.canonical(read);
    }
}
