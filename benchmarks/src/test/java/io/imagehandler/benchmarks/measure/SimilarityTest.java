package io.imagehandler.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    @Test
    void knowsAPictureAgain() {
        var same = Similarity.of(grey(32, 7, 0), grey(32, 7, 0));

        assertThat(same.ssim()).isCloseTo(1, within(1e-9));
        assertThat(same.psnr()).isInfinite();
    }

    @Test
    void countsWhatDiffersByOne() {
        var near = Similarity.of(grey(32, 7, 0), grey(32, 7, 1));

        assertThat(near.psnr()).isCloseTo(48.13, within(0.01)); // 20 log 255
        assertThat(near.ssim()).isBetween(0.99, 1.0);
    }

    @Test
    void countsTheSameInALargePicture() {
        assertThat(Similarity.of(grey(400, 7, 0), grey(400, 7, 1)).psnr())
                .isCloseTo(48.13, within(0.01));
    }

    @Test
    void findsNoiseUnlikeAPlainPicture() {
        assertThat(Similarity.of(grey(32, 7, 0), grey(32, 0, 96)).ssim()).isLessThan(0.1);
    }

    @Test
    void refusesToCompareDifferentSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Similarity.of(grey(32, 7, 0), grey(31, 7, 0)));
    }

    private static BufferedImage grey(int side, int step, int offset) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            int value = i * step % 200 + offset;
            image.setRGB(i % side, i / side, value << 16 | value << 8 | value);
        }
        return image;
    }
}
