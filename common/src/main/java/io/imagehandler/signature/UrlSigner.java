package io.imagehandler.signature;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.request.RawRequest;
import java.time.Duration;
import java.time.InstantSource;

/// Signs URLs, so that they may be asked for until a time that is given. Safe for use by many
/// threads.
///
/// ```java
/// var signer = new UrlSigner(SigningKey.of("k1", secret), InstantSource.system());
/// String url = "https://images.example/photos/cat.jpg?x-oss-process=image/resize,w_300";
/// String signed = signer.sign(url, Duration.ofHours(1));
/// ```
public final class UrlSigner {

    /// The longest that a URL may be valid.
    public static final Duration LONGEST = Expiry.LONGEST;

    private final SigningKey key;
    private final InstantSource clock;

    public UrlSigner(SigningKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /// The same URL with its signature, `x-sig` and `x-exp`, behind it.
    ///
    /// @param url percent-encoded as it will be asked for; whole, or its path and query
    /// @param valid from now on, in whole seconds; at least 1 s, at most [#LONGEST]
    /// @throws io.imagehandler.failure.InvalidArgument if it asks for nothing that can be served
    /// @throws io.imagehandler.failure.NoSuchOriginal if it is in the place of renditions
    /// @throws IllegalArgumentException if it is no URL with a path, has a fragment, or is signed
    ///   already, or if `valid` is out of range
    public String sign(String url, Duration valid) {
        var target = UrlTarget.of(url);
        RawRequest request = RawRequest.parse(target.path(), target.query());
        if (!request.signature().isEmpty() || !request.expiry().isEmpty()) {
            throw new IllegalArgumentException("the URL must not be signed but is");
        }
        OriginalKey original = request.understood().original();
        return url + target.joint() + parameters(original, request.instruction(), valid);
    }

    /// What is appended to the query of a URL: `x-sig=...&x-exp=...`.
    ///
    /// @param original the key, not percent-encoded
    /// @param instruction what is asked, not percent-encoded: the value of `x-oss-process` exactly
    ///   as it will be sent, `style/<name>` for a style in the path, or nothing for the original
    /// @param valid from now on, in whole seconds; at least 1 s, at most [#LONGEST]
    /// @throws IllegalArgumentException if `valid` is out of range
    public String parameters(OriginalKey original, String instruction, Duration valid) {
        if (valid.compareTo(Duration.ofSeconds(1)) < 0 || valid.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a URL must be valid for 1 s to 7 days but is for " + valid);
        }
        var expiry = new Expiry(clock.instant().plus(valid).getEpochSecond());
        var signature = Signature.of(key, original, instruction, expiry.toString());
        return "x-sig=" + signature + "&x-exp=" + expiry;
    }
}
