package io.imagehandler.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.request.ImageRequest;
import io.imagehandler.request.RawRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whoever holds a signed URL and changes it has nothing but what he had.
class MutatedUrlsTest {

    private static final int MUTANTS = 100_000;
    private static final Map<String, String> SECRETS =
            Map.of("k1", "1".repeat(32), "k2", "2".repeat(32));
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Verification ALL =
            new Verification(
                    new Verification.Policy(SigningMode.ALL, Set.of()), KeyRing.of(SECRETS), CLOCK);
    private static final List<String> URLS =
            List.of(
                    "/photos/cat.jpg",
                    "/photos/caf%C3%A9.jpg?v=3&x-oss-process=image/resize,w_300/format,webp",
                    "/photos/cat.jpg@!thumb",
                    "/a.jpg!t.1?im=",
                    "/a%20b/c.png?x-oss-process=style/thumb",
                    "/a.jpg?im=Resize,width=300,quality=80",
                    "/a.jpg?x-oss-process=image%2Finfo");
    private static final String SIGNS =
            "abcxyzABCXYZ0123456789-_.~!@/%&=+,?;:#'()*$ \u0000\n\u00e9\u2028";

    private final Random random = new Random(4715);

    @Test
    void acceptsNoMutantThatMeansSomethingElse() {
        var signer = new UrlSigner(SigningKey.of("k1", "1".repeat(32)), CLOCK);
        int same = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String url = URLS.get(i % URLS.size());
            String signed = signer.sign(url, Duration.ofHours(1));
            String mutant = mutant(signed);
            Optional<ImageRequest> accepted = accepted(mutant);
            if (accepted.isPresent()) {
                assertThat(accepted).as("%s from %s", mutant, signed).isEqualTo(accepted(signed));
                same++;
            }
        }
        IO.println(
                "signed URLs: %,d mutants, 0 accepted that mean something else, %,d that mean the same"
                        .formatted(MUTANTS, same));
        assertThat(same).isBetween(1, MUTANTS / 2);
    }

    private static Optional<ImageRequest> accepted(String url) {
        int mark = (url + "?").indexOf('?');
        try {
            RawRequest request =
                    RawRequest.parse(
                            url.substring(0, mark),
                            url.substring(Math.min(url.length(), mark + 1)));
            return ALL.of(request) instanceof Verdict.Signed
                    ? Optional.of(request.understood())
                    : Optional.empty();
        } catch (ImageFailure _) {
            return Optional.empty();
        }
    }

    /// One to three changes: a sign for another, more, or gone; two changed about; a piece doubled;
    /// a letter's case.
    private String mutant(String url) {
        var text = new StringBuilder(url);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && text.length() > 2; i++) {
            change(text, random.nextInt(text.length() - 1));
        }
        return text.toString();
    }

    private void change(StringBuilder text, int at) {
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        char old = text.charAt(at);
        switch (random.nextInt(7)) {
            case 0 -> text.setCharAt(at, sign);
            case 1 -> text.insert(at, sign);
            case 2 -> text.deleteCharAt(at);
            case 3 -> text.replace(at, at + 2, "" + text.charAt(at + 1) + old);
            case 4 -> text.replace(at, at + 1, "%%%02X".formatted((int) old & 0xFF));
            case 5 ->
                    text.setCharAt(
                            at,
                            Character.isUpperCase(old)
                                    ? Character.toLowerCase(old)
                                    : Character.toUpperCase(old));
            default -> {
                int end = Math.min(text.length(), at + 1 + random.nextInt(20));
                text.insert(random.nextInt(text.length()), text.substring(at, end));
            }
        }
    }
}
