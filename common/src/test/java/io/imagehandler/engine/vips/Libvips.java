package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.engine.vips.VipsLibrary.Search;
import java.time.Duration;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The libvips of this machine, loaded once for all tests.
///
/// A test that needs it says `@ExtendWith(Libvips.class)`: without libvips it is skipped with the
/// reason, or fails where the build says that it must be there
/// (`-Dimagehandler.require-libvips=true`).
public final class Libvips implements ExecutionCondition {

    private static final Search SEARCH =
            VipsLibrary.find(System.getProperty("imagehandler.libvips", ""));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return switch (SEARCH) {
            case Search.Found(VipsLibrary library) ->
                    ConditionEvaluationResult.enabled("libvips is " + library.place());
            case Search.Absent(String reason) ->
                    Boolean.getBoolean("imagehandler.require-libvips")
                            ? ConditionEvaluationResult.enabled("libvips is required")
                            : ConditionEvaluationResult.disabled(reason);
        };
    }

    static VipsLibrary library() {
        return switch (SEARCH) {
            case Search.Found(VipsLibrary library) -> library;
            case Search.Absent(String reason) ->
                    throw new AssertionError("libvips is required, but " + reason);
        };
    }

    /// Waits until it holds no pixels at all: threads of its that were stopped let go a little
    /// later, be it in the next test.
    static void awaitAllGivenBack() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(library().functions().vipsTrackedGetMem())
                                .as("bytes that libvips holds")
                                .isZero());
    }

    /// An engine on it.
    public static VipsEngine engine() {
        return new VipsEngine(library());
    }
}
