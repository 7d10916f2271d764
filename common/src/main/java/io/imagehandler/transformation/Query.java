package io.imagehandler.transformation;

/// A question about the stored file, instead of a picture made of it. Answers are never stored.
public enum Query implements Processing {
    /// What kind of file it is, as JSON.
    INFO("info"),
    /// The mean colour of the first frame, flattened on white.
    AVERAGE_HUE("average-hue");

    private final String word;

    Query(String word) {
        this.word = word;
    }

    /// The action of the language.
    String word() {
        return word;
    }
}
