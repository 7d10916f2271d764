package io.imagehandler.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.request.AdversarialTexts.Slowest;
import io.imagehandler.signature.KeyRing;
import io.imagehandler.signature.SigningMode;
import io.imagehandler.signature.Verification;
import io.imagehandler.signature.Verification.Policy;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.TransformationGrammar;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// No text keeps a parser busy, however long and whatever is in it.
class AdversarialTextsTest {

    private static final double MOST_MILLIS = 10;

    private static final Verification SIGNATURES =
            new Verification(
                    new Policy(SigningMode.ALL, Set.of()),
                    KeyRing.of(Map.of("k1", "0123456789abcdef0123456789abcdef")),
                    InstantSource.system());

    private static final Map<String, Consumer<String>> PARSERS =
            new TreeMap<>(
                    Map.of(
                            "percent-code", text -> PercentCode.decode(text, "path"),
                            "path", text -> RawRequest.parse(text, "").understood(),
                            "query", text -> RawRequest.parse("/a.jpg", text).understood(),
                            "text", TransformationGrammar::parseProcessing,
                            "canonical path", RenditionKey::parse,
                            "key", OriginalKey::of,
                            "Accept", AcceptClass::of,
                            "signature", text -> verify("k1." + text, "2000000000"),
                            "expiry", text -> verify("k1.AA", text)));

    @Test
    void keepNoParserBusy() {
        var slowest = new TreeMap<String, Slowest>();
        PARSERS.forEach(
                (name, parser) -> slowest.put(name, AdversarialTexts.slowest(expecting(parser))));

        System.out.println("Slowest of the adversarial texts: " + slowest);
        assertThat(slowest)
                .allSatisfy((name, one) ->
                        assertThat(one.millis()).as(one.toString()).isLessThan(MOST_MILLIS));
    }

    private static void verify(String signature, String expiry) {
        SIGNATURES.of(new RawRequest(new OriginalKey("a.jpg"), "image/info", signature, expiry));
    }

    /// Whatever is wrong with it, nothing but a failure of ours may come of a text.
    private static Consumer<String> expecting(Consumer<String> parser) {
        return text -> {
            try {
                parser.accept(text);
            } catch (ImageFailure refused) {
                assertThat(refused.detail()).hasSizeLessThan(1_000);
            }
        };
    }
}
