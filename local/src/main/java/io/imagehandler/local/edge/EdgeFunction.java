package io.imagehandler.local.edge;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One of the CloudFront functions of `infra/edge`, run as it is written there. Safe for use by
/// many threads: each run takes one of a few runtimes, and waits while all are busy.
final class EdgeFunction implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EdgeFunction.class);

    private static final int RUNTIMES =
            Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

    private final String file;
    private final Engine engine;
    private final List<FunctionRuntime> all;
    private final BlockingQueue<FunctionRuntime> idle;

    private EdgeFunction(String file, Engine engine, List<FunctionRuntime> all) {
        this.file = file;
        this.engine = engine;
        this.all = all;
        this.idle = new LinkedBlockingQueue<>(all);
    }

    /// The function of that file, ready to run.
    ///
    /// @param file `viewer-request.js` or `reserved.js`
    /// @param deployment what is filled in when it is deployed
    /// @param store what the function sees as its key value store
    /// @param clock what the function sees as the time
    static EdgeFunction load(
            String file, Deployment deployment, KeyValueStore store, InstantSource clock) {
        // Without this the engine warns that it interprets, which is all we need.
        Engine engine =
                Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
        ModuleFiles modules = ModuleFiles.of(file, deployment);
        return new EdgeFunction(
                file,
                engine,
                Stream.generate(() -> FunctionRuntime.start(engine, modules, store, clock))
                        .limit(RUNTIMES)
                        .toList());
    }

    /// What the function makes of the request; 503, as CloudFront answers, if it fails.
    Verdict judge(ViewerRequest request) throws InterruptedException {
        FunctionRuntime runtime = idle.take();
        try {
            return runtime.judge(request);
        } catch (PolyglotException failure) {
            log.error("{} failed", file, failure);
            return Problem.of(503, "InternalError");
        } finally {
            idle.add(runtime);
        }
    }

    /// Ends all runtimes; to be called when no request is under way any more.
    @Override
    public void close() {
        all.forEach(FunctionRuntime::close);
        engine.close();
    }
}
