package io.imagehandler.infra.settings;

import java.util.Arrays;
import java.util.List;

/// The processors that the tasks run on.
public enum Architecture {
    /// A fifth cheaper.
    ARM64("arm64"),
    X86_64("x86_64");

    private final String word;

    Architecture(String word) {
        this.word = word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(one -> one.word).toList();
    }

    static Architecture of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findAny().orElseThrow();
    }
}
