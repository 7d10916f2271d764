package io.imagehandler.engine.text;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;

/// Colours text and shadow by how much of each pixel they cover.
///
/// Done by hand and not by Java2D, so that a colour that nothing covers comes out as it went in,
/// and alpha is never premultiplied.
final class Inking {

    private final Color color;
    private final Color halo;
    private final int shadow;
    private final ByteBuffer rgba;

    private Inking(Lettering lettering, ByteBuffer rgba) {
        this.color = lettering.color();
        this.halo = lettering.halo();
        this.shadow = lettering.shadow();
        this.rgba = rgba;
    }

    /// Where the text lies, moved right and down by that many pixels.
    @FunctionalInterface
    interface Coverage {
        BufferedImage movedBy(int right, int down);
    }

    static Bitmap ink(Lettering lettering, Size size, Coverage coverage) {
        var rgba = ByteBuffer.allocate(Math.toIntExact(size.pixels() * 4));
        var inking = new Inking(lettering, rgba);
        var text = alpha(coverage.movedBy(0, 0));
        if (lettering.shadow() == 0) {
            inking.ink(text, new byte[text.length]);
        } else {
            inking.ink(text, alpha(coverage.movedBy(SetLine.SHADOW_OFFSET, SetLine.SHADOW_OFFSET)));
        }
        return new Bitmap(size, rgba.flip());
    }

    private static byte[] alpha(BufferedImage mask) {
        var argb = ((DataBufferInt) mask.getRaster().getDataBuffer()).getData();
        var alpha = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            alpha[i] = (byte) (argb[i] >>> 24);
        }
        return alpha;
    }

    private void ink(byte[] text, byte[] shade) {
        for (int i = 0; i < text.length; i++) {
            pixel(text[i] & 0xFF, ((shade[i] & 0xFF) * shadow + 50) / 100);
        }
    }

    /// Text over shade, each given by its alpha; the weights are in 255ths of an alpha.
    private void pixel(int text, int shade) {
        int above = text * 255;
        int below = shade * (255 - text);
        put(color.red() * above + halo.red() * below, above + below);
        put(color.green() * above + halo.green() * below, above + below);
        put(color.blue() * above + halo.blue() * below, above + below);
        put(above + below, 255);
    }

    private void put(int sum, int weight) {
        rgba.put((byte) (weight == 0 ? 0 : (sum + weight / 2) / weight));
    }
}
