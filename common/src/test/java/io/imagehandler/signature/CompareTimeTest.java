package io.imagehandler.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A signature cannot be guessed byte by byte: how many of its first bytes are right does not show
/// in the time that it takes to refuse it.
class CompareTimeTest {

    private static final int SAMPLES = Integer.getInteger("imagehandler.timing-samples", 100_000);
    private static final int POOL = 256;
    private static final int COMPARISONS = 16;
    private static final double MOST = 4.5;

    private final Random random = new Random(4715);
    private final Signature right = signature(random(new byte[32]));

    private int refused;

    @Test
    void takesAsLongWhereverASignatureIsWrong() {
        Signature[][] classes = {guesses(31), guesses(0)};
        sample(classes, SAMPLES); // to be compiled

        double[] t = new double[3];
        Arrays.setAll(t, _ -> welch(sample(classes, SAMPLES)));

        IO.println(
                "comparing signatures, 31 right bytes against none, %,d samples each time: |t| = %.2f, %.2f, %.2f"
                        .formatted(SAMPLES, Math.abs(t[0]), Math.abs(t[1]), Math.abs(t[2])));
        // A leak shows every time, noise of a busy machine does not.
        assertThat(Arrays.stream(t).map(Math::abs).min().orElseThrow()).isLessThan(MOST);
        assertThat(refused).isEqualTo(4 * SAMPLES * COMPARISONS);
    }

    /// Nanoseconds by class, in which order they came left to chance.
    private double[][] sample(Signature[][] classes, int samples) {
        double[][] times = new double[2][samples];
        int[] taken = new int[2];
        while (taken[0] + taken[1] < samples) {
            int which = random.nextInt(2);
            Signature guess = classes[which][random.nextInt(POOL)];
            long start = System.nanoTime();
            for (int i = 0; i < COMPARISONS; i++) {
                refused += guess.matches(right) ? 0 : 1;
            }
            times[which][taken[which]++] = System.nanoTime() - start;
        }
        return new double[][] {
            Arrays.copyOf(times[0], taken[0]), Arrays.copyOf(times[1], taken[1])
        };
    }

    /// Welch's t of the two, without the slowest tenth, which is interrupts and the collector.
    private static double welch(double[][] times) {
        double[] all = concatenated(times);
        Arrays.sort(all);
        double bound = all[all.length * 9 / 10];
        double[] one = Arrays.stream(times[0]).filter(time -> time <= bound).toArray();
        double[] other = Arrays.stream(times[1]).filter(time -> time <= bound).toArray();
        double spread = variance(one) / one.length + variance(other) / other.length;
        return (mean(one) - mean(other)) / Math.sqrt(spread);
    }

    private static double[] concatenated(double[][] times) {
        return Arrays.stream(times).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum()
                / (values.length - 1);
    }

    /// Signatures of which so many first bytes are right, and the next is not.
    private Signature[] guesses(int rightBytes) {
        var guesses = new Signature[POOL];
        byte[] digest = Base64.getUrlDecoder().decode(right.code());
        Arrays.setAll(
                guesses,
                _ -> {
                    byte[] guess = random(new byte[32]);
                    System.arraycopy(digest, 0, guess, 0, rightBytes);
                    guess[rightBytes] = (byte) ~digest[rightBytes];
                    return signature(guess);
                });
        return guesses;
    }

    private byte[] random(byte[] bytes) {
        random.nextBytes(bytes);
        return bytes;
    }

    private static Signature signature(byte[] digest) {
        return new Signature("k1", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }
}
