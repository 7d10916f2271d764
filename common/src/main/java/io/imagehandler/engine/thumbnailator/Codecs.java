package io.imagehandler.engine.thumbnailator;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;

/// The codecs by name. Nothing is detected, and what else the class path offers is never asked.
final class Codecs {

    private Codecs() {}

    /// TwelveMonkeys' reader, which adds CMYK and profiles to the JDK's.
    static ImageReader jpeg() throws IOException {
        var registry = IIORegistry.getDefaultInstance();
        var registered = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (registered == null) {
            registered = new JPEGImageReaderSpi();
            registry.registerServiceProvider(registered);
        }
        return registered.createReaderInstance(null);
    }

    static ImageReader webp() throws IOException {
        return new WebPImageReaderSpi().createReaderInstance();
    }

    /// @param format `png` or `gif`
    static ImageReader reader(String format) {
        return ofTheJdk(ImageIO.getImageReadersByFormatName(format));
    }

    /// @param format `jpeg`, `png` or `gif`
    static ImageWriter writer(String format) {
        return ofTheJdk(ImageIO.getImageWritersByFormatName(format));
    }

    private static <T> T ofTheJdk(Iterator<T> codecs) {
        while (codecs.hasNext()) {
            var codec = codecs.next();
            if (codec.getClass().getName().startsWith("com.sun.imageio.")) {
                return codec;
            }
        }
        throw new IllegalStateException("this JDK must have its codecs but has not");
    }
}
