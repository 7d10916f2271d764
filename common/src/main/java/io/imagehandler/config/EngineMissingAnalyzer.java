package io.imagehandler.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says at the start, in words instead of a stack trace, that the engine is not there.
final class EngineMissingAnalyzer extends AbstractFailureAnalyzer<EngineMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable root, EngineMissing cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Install libvips, name its file in image-handler.libvips, or set"
                        + " image-handler.engine to auto.",
                cause);
    }
}
