package io.imagehandler.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.plan.Typesetting;
import io.imagehandler.engine.text.Typesetter;
import io.imagehandler.engine.vips.VipsEngine;
import io.imagehandler.engine.vips.VipsLibrary;
import io.imagehandler.engine.vips.VipsLibrary.Search;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Makes the pictures of `docs/request-language.md` anew, with the grammar, the planner and libvips
/// as they are: `mvn -pl common test -Dtest=RequestLanguagePictures -Dimagehandler.docs=write`.
///
/// Its name keeps it out of the usual run of the tests.
@EnabledIfSystemProperty(
        named = "imagehandler.docs",
        matches = "write",
        disabledReason = "it writes files: -Dimagehandler.docs=write allows it")
class RequestLanguagePictures {

    @Test
    void makesEveryPictureOfThePage() throws IOException {
        Files.createDirectories(RequestLanguagePage.PICTURES);
        for (var source : SamplePictures.files().entrySet()) {
            write(source.getKey(), ByteBuffer.wrap(source.getValue()));
        }
        ImageEngine engine = engine();
        var typesetting = Typesetting.with(Typesetter.ofInstalledFonts());
        for (var line : RequestLanguageTest.pictured(RequestLanguagePage.read())) {
            var request = line.requests().getFirst();
            List<EncodedImage> made =
                    engine.render(request.source(), List.of(request.plan(typesetting)));
            write(line.pictures().getLast(), made.getFirst().bytes());
        }
        System.out.println("average-hue: " + engine.average(ExampleRequest.picture("photo.jpg")));
    }

    private static ImageEngine engine() {
        return switch (VipsLibrary.find(System.getProperty("imagehandler.libvips", ""))) {
            case Search.Found(VipsLibrary library) -> new VipsEngine(library);
            case Search.Absent(String reason) ->
                    throw new AssertionError("libvips makes the pictures, but " + reason);
        };
    }

    private static void write(String name, ByteBuffer file) throws IOException {
        var bytes = new byte[file.remaining()];
        file.get(bytes);
        assertThat(bytes).isNotEmpty();
        Files.write(RequestLanguagePage.PICTURES.resolve(name), bytes);
    }
}
