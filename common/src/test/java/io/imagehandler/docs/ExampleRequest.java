package io.imagehandler.docs;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.engine.plan.ResultLimits;
import io.imagehandler.engine.plan.Typesetting;
import io.imagehandler.request.ImageRequest;
import io.imagehandler.request.ImageRequest.Asked;
import io.imagehandler.request.RawRequest;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Processing;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.Transformation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.function.Function;

/// A request of the page.
///
/// @param path raw
/// @param query raw
record ExampleRequest(String path, String query) {

    /// What a text without a path is asked of.
    private static final String PHOTO = "/photo.jpg";

    private static final ImageLimits LIMITS = ImageLimits.DEFAULT;

    /// Letters of no size worth mention: no example's size depends on them.
    private static final Typesetting.Line DOT =
            new Typesetting.Line() {
                @Override
                public Size size() {
                    return new Size(1, 1);
                }

                @Override
                public Bitmap draw(int left, int top, Size part) {
                    return new Bitmap(part, ByteBuffer.allocate(4));
                }
            };

    /// @param text a whole request target, or the value of a query's parameter
    static ExampleRequest of(String text) {
        if (text.startsWith("/")) {
            String[] halves = text.split("\\?", 2);
            return new ExampleRequest(halves[0], halves.length == 2 ? halves[1] : "");
        }
        return new ExampleRequest(PHOTO, text.startsWith("im=") ? text : "x-oss-process=" + text);
    }

    ImageRequest parsed() {
        return RawRequest.parse(path, query).understood();
    }

    /// What it asks of the picture.
    Processing processing() {
        return switch (parsed().asked()) {
            case Asked.ByText(Transformation transformation) -> transformation;
            case Asked.ByQuery(var query) -> query;
            case Asked.ByStyle(var style) -> throw new AssertionError("asks for style " + style);
            case Asked.Unchanged() -> throw new AssertionError("asks for the original");
        };
    }

    CheckedImage source() {
        return picture(parsed().original().value());
    }

    /// What an engine that writes every format is told.
    Plan plan() {
        return plan(_ -> DOT);
    }

    Plan plan(Typesetting typesetting) {
        var planner =
                new Planner(
                        EnumSet.allOf(OutputFormat.class),
                        LIMITS,
                        ResultLimits.DEFAULT,
                        typesetting);
        Function<String, CheckedImage> marks = ExampleRequest::picture;
        return switch (processing()) {
            case Transformation transformation ->
                    planner.plan(transformation, AcceptClass.NONE, source().facts(), marks);
            case Query query -> throw new AssertionError("asks for " + query);
        };
    }

    /// A picture of the page.
    static CheckedImage picture(String name) {
        return new Inspector(LIMITS).inspect(file(name));
    }

    static ByteBuffer file(String name) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(RequestLanguagePage.PICTURES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("a picture of the page is missing", e);
        }
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
