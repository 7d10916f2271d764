package io.imagehandler.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.testpictures.Octets;
import io.imagehandler.testpictures.PictureFile;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;

/// What the inspector says of files made for a test.
final class Inspected {

    static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

    private static final Inspector INSPECTOR = new Inspector(ImageLimits.DEFAULT);

    private Inspected() {}

    static CheckedImage image(byte[] file) {
        return INSPECTOR.inspect(ByteBuffer.wrap(file));
    }

    static ImageFacts facts(byte[] file) {
        return image(file).facts();
    }

    static ImageFailure refused(byte[] file) {
        return catchThrowableOfType(ImageFailure.class, () -> image(file));
    }

    /// The facts are those that the picture was made with; the memory is an estimate of ours.
    static void assertFacts(PictureFile picture) {
        assertThat(facts(picture.toArray()))
                .usingRecursiveComparison()
                .ignoringFields("decodeMemory")
                .isEqualTo(picture.facts());
    }

    /// Text in which `\n` stands for the byte of that decimal number.
    static byte[] unescaped(String text) {
        var bytes = new Octets();
        String[] parts = text.split("\\\\", -1);
        bytes.text(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            bytes.u8(Integer.parseInt(parts[i]));
        }
        return bytes.toArray();
    }
}
