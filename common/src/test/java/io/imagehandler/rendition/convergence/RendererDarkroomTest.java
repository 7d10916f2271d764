package io.imagehandler.rendition.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.MarkOriginals;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Overseer.Watching;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererDarkroomTest {

    private static final OriginalKey KEY = OriginalKey.of("a.png");
    private static final WantedRendition SMALL =
            WantedRendition.adHoc(
                    KEY, TransformationGrammar.parse("image/resize,w_3"), AcceptClass.NONE);
    private static final long MOST_BYTES = 1_000_000;

    private final InMemoryOriginals originals = new InMemoryOriginals();
    private final List<String> overseen = new ArrayList<>();
    private final DescribingEngine usual = new DescribingEngine();
    private final DescribingEngine quarantined = new DescribingEngine();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0, 1, 0
                    1, 1, 0
                    2, 0, 1
                    3, 0, 1
                    """)
    void developsSuspectsWhereTheyHurtNobody(int crashes, int here, int there) {
        byte[] file = Pngs.of(Pictures.nineCells(new Size(9, 9))).toArray();
        var tag = originals.upload(KEY.value(), file, "image/png");
        var darkroom =
                new RendererDarkroom(
                        new RendererDarkroom.Renderers(
                                renderer(usual), renderer(quarantined), this::over),
                        MOST_BYTES,
                        new MemoryBudget(1L << 30),
                        Duration.ofSeconds(1));

        try (var bench = darkroom.enter()) {
            var original = originals.read(KEY, tag, MOST_BYTES, bench).orElseThrow();
            bench.develop(original, new Darkroom.Order(KEY, List.of(SMALL), false, crashes));
        }

        assertThat(usual.decodes()).isEqualTo(here);
        assertThat(quarantined.decodes()).isEqualTo(there);
        assertThat(overseen)
                .isEqualTo(here == 0 ? List.of() : List.of(KEY.toString(), "PT20S", "done"));
    }

    private Watching over(OriginalKey key) {
        overseen.add(key.toString());
        return new Watching() {
            @Override
            public void allow(Duration longest) {
                overseen.add(longest.toString());
            }

            @Override
            public void close() {
                overseen.add("done");
            }
        };
    }

    private Renderer renderer(ImageEngine engine) {
        return new Renderer(
                new Inspector(ImageLimits.DEFAULT),
                new Planner(engine.writes(), ImageLimits.DEFAULT),
                engine,
                new MarkOriginals(originals, MOST_BYTES));
    }
}
