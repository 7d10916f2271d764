package io.imagehandler.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesetterTest {

    private static final Color BLUE = new Color(1, 35, 253);
    private static final Color HALO = new Color(250, 120, 7);
    private static final Size MOST = new Size(16_384, 16_384);

    private final Typesetter typesetter = InstalledFonts.typesetter();

    @Test
    void namesTheFamilyOfEveryTypeface() {
        assertThat(typesetter.summary().split(", "))
                .hasSize(7)
                .allMatch(line -> line.matches("[a-z-]+ is .+"));
    }

    @Test
    void drawsTheSameTextToTheSameBytes() {
        var again = Typesetter.ofInstalledFonts();

        assertThat(again.draw(text("Hello gj", 40), MOST))
                .isEqualTo(typesetter.draw(text("Hello gj", 40), MOST));
    }

    @Test
    void growsInProportionToTheEmSize() {
        var small = typesetter.set(text("Hello", 100)).size();
        var large = typesetter.set(text("Hello", 1000)).size();

        assertThat(large.width()).isCloseTo(10 * small.width(), within(10));
        assertThat(large.height()).isCloseTo(10 * small.height(), within(20));
    }

    @Test
    void isEquallyHighWhateverTheTextSays() {
        assertThat(typesetter.set(text("x", 40)).size().height())
                .isEqualTo(typesetter.set(text("gÁj", 40)).size().height())
                .isBetween(40, 70);
    }

    @Test
    void isAsWideAsTheTextAdvances() {
        int one = typesetter.set(text("H", 100)).size().width();
        int two = typesetter.set(text("HH", 100)).size().width();
        int spaced = typesetter.set(text("H ", 100)).size().width();

        assertThat(two).isCloseTo(2 * one, within(1));
        assertThat(spaced).isGreaterThan(one);
    }

    @Test
    void colorsEveryPixelExactlyAndCoversSomeFullyAndSomePartly() {
        var bitmap = typesetter.draw(text("Hello", 60), MOST);

        assertThat(alphas(bitmap)).contains(0, 255).anyMatch(alpha -> alpha > 0 && alpha < 255);
        for (int i = 0; i < bitmap.size().pixels(); i++) {
            if (channel(bitmap, i, 3) > 0) {
                assertThat(color(bitmap, i)).isEqualTo(BLUE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"100,255", "50,128", "1,3", "33,84"})
    void putsTheShadowTwoPixelsRightAndDownBehindTheText(int shadow, int alpha) {
        var plain = typesetter.draw(text("Hi", 60), MOST);
        var shaded = typesetter.draw(shaded("Hi", 60, shadow), MOST);
        int width = plain.size().width();

        assertThat(shaded.size()).isEqualTo(new Size(width + 2, plain.size().height() + 2));
        int onlyShadow = 0;
        for (int i = 0; i < plain.size().pixels(); i++) {
            int x = i % width;
            int y = i / width;
            if (channel(plain, i, 3) == 255) {
                assertThat(color(shaded, y * (width + 2) + x)).isEqualTo(BLUE);
                int below = (y + 2) * (width + 2) + x + 2;
                boolean bare =
                        x + 2 >= width
                                || y + 2 >= plain.size().height()
                                || channel(plain, (y + 2) * width + x + 2, 3) == 0;
                if (bare) {
                    onlyShadow++;
                    assertThat(color(shaded, below)).isEqualTo(HALO);
                    assertThat(channel(shaded, below, 3)).isEqualTo(alpha);
                }
            }
        }
        assertThat(onlyShadow).isPositive();
    }

    @Test
    void mixesTextAndShadowWhereTheTextCoversInPart() {
        var bitmap = typesetter.draw(shaded("Hi", 60, 100), MOST);

        boolean mixed = false;
        for (int i = 0; i < bitmap.size().pixels(); i++) {
            int red = channel(bitmap, i, 0);
            mixed |= red > BLUE.red() && red < HALO.red() && channel(bitmap, i, 3) == 255;
        }
        assertThat(mixed).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # characters | what they are
                    6C49 5B57 6C34 5370 | Chinese
                    6C34 5370 0020 006D 0061 0072 006B 0020 6F22 5B57 | in two scripts
                    0645 0631 062D 0628 0627 | right to left, joined
                    0041 0020 05E9 05DC 05D5 05DD 0020 0645 0631 | both directions
                    0065 0301 0061 0308 0323 | combining marks
                    1F600 | beyond the first plane
                    1F468 200D 1F469 FE0F | joined, with a variation
                    0378 0379 | unassigned
                    FFFF 0645 | never to be a character, and the end to Java
                    D800 | half a character
                    202E 0061 0062 202C | overridden direction
                    0061 2028 0062 2029 0063 | separators of lines stay in the line
                    003C 0062 003E 0026 | not markup
                    """)
    void drawsInk(String points, String what) {
        var bitmap = typesetter.draw(text(characters(points), 40), MOST);

        assertThat(alphas(bitmap)).as(what).anyMatch(alpha -> alpha > 128);
    }

    @ParameterizedTest
    @CsvSource({"0020", "200D", "00A0 3000", "200E FE0F"})
    void drawsNothingForWhatShowsNothing(String points) {
        var bitmap = typesetter.draw(text(characters(points), 40), MOST);

        assertThat(alphas(bitmap)).containsOnly(0);
    }

    @Test
    void takesFromOtherFontsWhatTheTypefaceLacks() {
        var having = InstalledFonts.having(List.of("汉", "م", "ש", "A"));

        assertThat(having.draw(text("م", 40), MOST))
                .isNotEqualTo(having.draw(text("\u0378", 40), MOST));
        assertThat(having.set(text("汉字", 100)).size().width()).isBetween(199, 201);
    }

    @Test
    void drawsALetterWithItsMarkAlikeHoweverItIsSpelt() {
        assertThat(typesetter.draw(text("e\u0301", 40), MOST))
                .isEqualTo(typesetter.draw(text("\u00E9", 40), MOST));
    }

    @Test
    void joinsLettersThatTheirScriptJoins() {
        InstalledFonts.having(List.of("م"));

        int joined = typesetter.set(text("ممم", 100)).size().width();
        int apart = typesetter.set(text("م\u200Cم\u200Cم", 100)).size().width();

        assertThat(joined).isNotEqualTo(apart);
    }

    @Test
    void drawsAPartExactlyAsItLiesInTheWhole() {
        var line = typesetter.set(shaded("Hello", 80, 70));
        var whole = line.draw(MOST);

        var part = line.draw(37, 11, new Size(60, 50));

        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 60; x++) {
                int at = (y + 11) * whole.size().width() + x + 37;
                assertThat(part.rgba().getInt((y * 60 + x) * 4))
                        .isEqualTo(whole.rgba().getInt(at * 4));
            }
        }
    }

    @Test
    void refusesAPartOutsideOfTheLine() {
        var line = typesetter.set(text("Hello", 40));

        assertThatIllegalArgumentException().isThrownBy(() -> line.draw(-1, 0, new Size(2, 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.draw(0, 0, new Size(line.size().width() + 1, 1)));
    }

    @Test
    void drawsNoMoreOfTheLargestTextThanThereIsRoomFor() {
        var line = typesetter.set(shaded("W".repeat(64), 1000, 50));

        assertThat(line.size().width()).isGreaterThan(50_000);
        assertThat(line.draw(new Size(300, 200)).size()).isEqualTo(new Size(300, 200));
        assertThat(alphas(line.draw(line.size().width() - 900, 300, new Size(900, 500))))
                .contains(255);
    }

    @Test
    void drawsTheSmallestText() {
        var size = typesetter.draw(text("i", 1), MOST).size();

        assertThat(size.width()).isBetween(1, 2);
        assertThat(size.height()).isBetween(1, 3);
    }

    @Test
    void neverFailsWhateverTheCharacters() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 3_000; i++) {
            int plane = random.nextInt(4) == 0 ? 0x110000 : 0x3100;
            var text =
                    random.ints(random.nextInt(1, 65), 0x20, plane)
                            .filter(point -> !Character.isISOControl(point))
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining("", "a", ""));
            var shortened =
                    text.substring(
                            0,
                            text.offsetByCodePoints(
                                    0, Math.min(64, text.codePointCount(0, text.length()))));
            var bitmap = typesetter.draw(text(shortened, 12), new Size(200, 40));

            assertThat(bitmap.size().height()).isPositive();
        }
    }

    private static Lettering text(String text, int size) {
        return new Lettering(text, Typeface.WQY_ZENHEI, size, BLUE, 0, HALO);
    }

    private static Lettering shaded(String text, int size, int shadow) {
        return new Lettering(text, Typeface.WQY_ZENHEI, size, BLUE, shadow, HALO);
    }

    private static String characters(String points) {
        return Arrays.stream(points.split(" "))
                .map(point -> Character.toString(Integer.parseInt(point, 16)))
                .collect(Collectors.joining());
    }

    private static List<Integer> alphas(Bitmap bitmap) {
        return IntStream.range(0, (int) bitmap.size().pixels())
                .map(i -> channel(bitmap, i, 3))
                .boxed()
                .toList();
    }

    private static Color color(Bitmap bitmap, int pixel) {
        return new Color(
                channel(bitmap, pixel, 0), channel(bitmap, pixel, 1), channel(bitmap, pixel, 2));
    }

    private static int channel(Bitmap bitmap, int pixel, int channel) {
        return bitmap.rgba().get(pixel * 4 + channel) & 0xFF;
    }
}
