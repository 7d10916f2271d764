package io.imagehandler.ondemand.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.rendition.Prepared.Work;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # source  | frames | scaled to | cut to  | as   | lane  | since
                     320x240  | 1      | 100x75    | 100x75  | WEBP | SMALL | it is
                    1000x1000 | 1      | 100x100   | 100x100 | JPEG | SMALL | it is just below a million
                    4000x3000 | 1      | 100x75    | 100x75  | JPEG | ANY   | all of the source is decoded
                     320x240  | 1      | 4000x3000 | 100x100 | JPEG | ANY   | a step in between is large
                     320x240  | 20     | 100x75    | 100x75  | WEBP | ANY   | it is twenty pictures
                     320x240  | 1      | 100x75    | 100x75  | AVIF | ANY   | its encoder is slow
                    """)
    void isSmallIfFewPixelsAreTouched(
            String source, int frames, String scaled, String cut, OutputFormat format, Lane lane) {
        var steps = List.<Step>of(new Step.Scale(size(scaled)), new Step.Cut(0, 0, size(cut)));
        var plan = new Plan(steps, size(cut), frames, encoding(format));

        assertThat(Lane.of(work(source, frames, List.of(plan)))).isEqualTo(lane);
    }

    private static Work<String> work(String source, int frames, List<Plan> plans) {
        var facts =
                new ImageFacts(
                        SourceFormat.GIF,
                        size(source),
                        frames,
                        3,
                        8,
                        false,
                        ImageFacts.Coding.FRAMES,
                        Orientation.UPRIGHT,
                        false,
                        0,
                        0);
        return new Work<>(facts, plans, new MemoryEstimate(0, 0, 0, 0), () -> "");
    }

    private static Size size(String text) {
        String[] sides = text.strip().split("x", 2);
        return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    private static Encoding encoding(OutputFormat format) {
        return switch (format) {
            case JPEG -> new Encoding.Jpeg(80, false);
            case PNG -> new Encoding.Png();
            case GIF -> new Encoding.Gif();
            case WEBP -> new Encoding.Webp(80);
            case AVIF -> new Encoding.Avif(50);
        };
    }
}
