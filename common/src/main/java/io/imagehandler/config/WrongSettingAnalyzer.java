package io.imagehandler.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Makes Spring Boot say what is wrong with a setting, and nothing else.
final class WrongSettingAnalyzer extends AbstractFailureAnalyzer<WrongSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongSetting cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct the setting and start again.", cause);
    }
}
