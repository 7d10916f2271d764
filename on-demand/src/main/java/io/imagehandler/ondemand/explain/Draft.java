package io.imagehandler.ondemand.explain;

import io.imagehandler.ondemand.explain.Explanation.Planned;
import io.imagehandler.ondemand.explain.Explanation.Stored;
import io.imagehandler.ondemand.explain.Explanation.Uploaded;
import io.imagehandler.ondemand.http.Refusal;
import org.jspecify.annotations.Nullable;

/// An explanation as far as it has got. For one thread.
final class Draft {

    private @Nullable String signature;
    private @Nullable String kind;
    private @Nullable String key;
    private @Nullable String style;
    private @Nullable String canonical;
    private @Nullable String storedKey;
    private @Nullable String answeredBy;
    private @Nullable Stored stored;
    private @Nullable Uploaded original;
    private @Nullable Planned plan;
    private @Nullable Refusal error;

    void isSigned(String verdict) {
        this.signature = verdict;
    }

    /// @param kind as the log has it
    /// @param key of the original
    /// @param answeredBy as long as nothing is found in the derived bucket
    void asks(String kind, String key, String answeredBy) {
        this.kind = kind;
        this.key = key;
        this.answeredBy = answeredBy;
    }

    void names(String style) {
        this.style = style;
    }

    void means(String canonical) {
        this.canonical = canonical;
    }

    void belongsAt(String storedKey) {
        this.storedKey = storedKey;
    }

    void found(Stored stored) {
        this.stored = stored;
        this.answeredBy = "derived";
    }

    void isMadeOf(Uploaded original) {
        this.original = original;
    }

    void isPlanned(Planned plan) {
        this.plan = plan;
    }

    /// The first failure is what a client would be told.
    void fails(Refusal failure) {
        if (error == null) {
            error = failure;
        }
    }

    Explanation finished() {
        return new Explanation(
                signature,
                kind,
                key,
                style,
                canonical,
                storedKey,
                answeredBy,
                stored,
                original,
                plan,
                error);
    }
}
