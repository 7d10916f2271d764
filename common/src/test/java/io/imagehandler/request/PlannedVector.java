package io.imagehandler.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.engine.plan.ResultLimits;
import io.imagehandler.engine.plan.Sources;
import io.imagehandler.engine.plan.Typesetting;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.Transformation;
import java.util.EnumSet;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// What a vector says of a source, held against a planner that can write every format and has the
/// limits of the language.
final class PlannedVector {

    private static final Planner PLANNER =
            new Planner(
                    EnumSet.allOf(OutputFormat.class),
                    ImageLimits.DEFAULT,
                    new ResultLimits(ResultLimits.MAX_SIDE, ResultLimits.MAX_PIXELS),
                    Typesetting.none());

    private PlannedVector() {}

    static void check(
            Transformation transformation,
            AcceptClass accepts,
            JsonNode source,
            JsonNode expected) {
        int status = expected.path("status").intValue();
        if (status == 200) {
            Plan plan = PLANNER.plan(transformation, accepts, facts(source));
            assertThat(plan.size()).isEqualTo(size(expected));
            assertThat(plan.frames()).isEqualTo(expected.path("frames").intValue());
            assertThat(plan.encoding().format().word())
                    .isEqualTo(expected.path("format").stringValue());
        } else {
            assertThatExceptionOfType(failure(status))
                    .isThrownBy(() -> PLANNER.plan(transformation, accepts, facts(source)));
        }
    }

    private static Class<? extends ImageFailure> failure(int status) {
        return switch (status) {
            case 400 -> InvalidArgument.class;
            case 422 -> ImageTooLarge.class;
            default -> throw new AssertionError("status " + status);
        };
    }

    private static ImageFacts facts(JsonNode source) {
        return Sources.of(
                format(source.path("format").stringValue()),
                size(source),
                source.path("frames").intValue(),
                source.path("alpha").booleanValue(),
                Orientation.ofTag(source.path("orientation").intValue()),
                source.path("quality").asInt(0));
    }

    private static SourceFormat format(String word) {
        return word.equals("jpg")
                ? SourceFormat.JPEG
                : SourceFormat.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Size size(JsonNode sides) {
        return new Size(sides.path("width").intValue(), sides.path("height").intValue());
    }
}
