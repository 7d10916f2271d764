package io.imagehandler.testpictures;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/// Drawn pictures in the form in which a mark is handed to an engine.
public final class Bitmaps {

    private Bitmaps() {}

    public static Bitmap of(BufferedImage image) {
        int width = image.getWidth();
        var rgba = ByteBuffer.allocate(width * image.getHeight() * 4);
        for (int argb : image.getRGB(0, 0, width, image.getHeight(), null, 0, width)) {
            rgba.putInt(Integer.rotateLeft(argb, 8));
        }
        return new Bitmap(new Size(width, image.getHeight()), rgba.flip());
    }
}
