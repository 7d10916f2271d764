package io.imagehandler.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.failure.InvalidArgument;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What must hold of any text.
class GeneratedTextsTest {

    private static final int MANY = 100_000;

    @Test
    void namesGeneratedTransformationsOnce() {
        var texts = new GeneratedTexts(4711);
        for (int i = 0; i < MANY; i++) {
            String text = texts.next();
            Processing meaning = TransformationGrammar.parseProcessing(text);
            String name = TransformationGrammar.canonical(meaning);
            Processing again = TransformationGrammar.parseProcessing(name);
            assertThat(again).as(text).isEqualTo(meaning);
            assertThat(TransformationGrammar.canonical(again)).as(text).isEqualTo(name);
        }
    }

    @Test
    void refusesSpoiltTextsInNoOtherWay() {
        var texts = new GeneratedTexts(4712);
        int refused = 0;
        for (int i = 0; i < MANY; i++) {
            String text = texts.spoilt(texts.next());
            try {
                TransformationGrammar.parseRequested(text);
            } catch (InvalidArgument e) {
                refused++;
                assertThat(e.parameter()).as(text).isNotEmpty();
            }
        }
        assertThat(refused).isGreaterThan(MANY / 2);
    }

    /// The fastest of several runs, so that no pause of the machine's counts.
    @Test
    void answersEachWithinAMillisecond() {
        var texts = new GeneratedTexts(4716);
        String slowest = "";
        long longest = 0;
        for (int i = 0; i < MANY; i++) {
            String text = texts.next();
            String either = i % 2 == 0 ? text : texts.spoilt(text);
            long duration = duration(either);
            for (int again = 0; again < 5 && duration > longest; again++) {
                duration = Math.min(duration, duration(either));
            }
            if (duration > longest) {
                longest = duration;
                slowest = either;
            }
        }

        assertThat(Duration.ofNanos(longest)).as(slowest).isLessThan(Duration.ofMillis(1));
    }

    private static long duration(String text) {
        long start = System.nanoTime();
        try {
            assertThat(TransformationGrammar.parseRequested(text)).isNotNull();
        } catch (InvalidArgument refused) {
            assertThat(refused.allowed()).isNotNull();
        }
        return System.nanoTime() - start;
    }

    @Test
    void reachesEveryOperation() {
        var texts = new GeneratedTexts(4713);
        Set<Class<?>> reached = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            switch (TransformationGrammar.parseProcessing(texts.next())) {
                case Query query -> reached.add(query.getDeclaringClass());
                case Transformation transformation ->
                        transformation.operations().forEach(one -> note(one, reached));
            }
        }

        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        Operation.class,
                                        MarkOperation.class,
                                        Watermark.Content.class,
                                        Watermark.Position.class,
                                        Query.class)
                                .flatMap(GeneratedTextsTest::kinds)
                                .collect(Collectors.toSet()));
    }

    private static void note(Operation operation, Set<Class<?>> reached) {
        reached.add(operation.getClass());
        if (operation instanceof Watermark watermark) {
            reached.add(watermark.content().getClass());
            reached.add(watermark.position().getClass());
            watermark
                    .content()
                    .images()
                    .forEach(image ->
                            image.operations().forEach(nested -> reached.add(nested.getClass())));
        }
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GeneratedTextsTest::kinds)
                : Stream.of(type);
    }
}
