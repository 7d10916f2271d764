package io.imagehandler.engine.plan;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Mark.Part;
import io.imagehandler.engine.plan.Step.Overlay;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.InBase64;
import io.imagehandler.transformation.MarkText;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.Transformation;
import io.imagehandler.transformation.TransformationGrammar;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/// Pictures with watermarks, planned. Text is 10 pixels wide a letter and as high as its em size;
/// the picture of a watermark is as large as its key says. `{x}` stands for x in base64url.
final class Marked {

    static final Size PICTURE = new Size(400, 267);

    private static final Planner PLANNER =
            new Planner(
                    EnumSet.allOf(OutputFormat.class),
                    ImageLimits.DEFAULT,
                    ResultLimits.DEFAULT,
                    Marked::set);

    private Marked() {}

    static Overlay overlay(String arguments) {
        return (Overlay) steps(arguments).getFirst();
    }

    static List<Step> steps(String arguments) {
        return by(arguments, PICTURE).steps();
    }

    static Plan by(String arguments, Size picture) {
        return plan(picture, "watermark," + arguments);
    }

    static Plan plan(Size picture, String operations) {
        Function<String, CheckedImage> images = key -> image(size(key));
        var facts = Sources.still(SourceFormat.PNG, picture);
        return PLANNER.plan(transformation(operations), AcceptClass.NONE, facts, images);
    }

    static Transformation transformation(String operations) {
        return TransformationGrammar.parse("image/" + InBase64.spelledOut(operations));
    }

    static Part.Picture picture(Mark mark) {
        return (Part.Picture) mark.parts().getFirst();
    }

    static CheckedImage image(Size size) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_BINARY);
        return new Inspector(ImageLimits.DEFAULT).inspect(Pngs.of(image).bytes());
    }

    static Size size(String text) {
        String[] sides = text.split("x", -1);
        return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    /// Which part of which text was drawn, as [#set] writes it into the pixels.
    static String part(Part.Letters letters) {
        var pixels = new byte[letters.bitmap().rgba().remaining()];
        letters.bitmap().rgba().get(pixels);
        return new String(pixels, StandardCharsets.UTF_8).strip().replace("\0", "");
    }

    static Typesetting.Line set(MarkText text) {
        return new Typesetting.Line() {
            @Override
            public Size size() {
                return new Size(10 * text.text().length(), text.size());
            }

            @Override
            public Bitmap draw(int left, int top, Size part) {
                var rgba = ByteBuffer.allocate((int) part.pixels() * 4);
                rgba.put(
                        "%s %d,%d %s"
                                .formatted(text.text(), left, top, part)
                                .getBytes(StandardCharsets.UTF_8));
                return new Bitmap(part, rgba.rewind());
            }
        };
    }
}
