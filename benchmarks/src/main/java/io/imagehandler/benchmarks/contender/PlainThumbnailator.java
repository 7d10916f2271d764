package io.imagehandler.benchmarks.contender;

import io.imagehandler.benchmarks.measure.Case;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;

/// Thumbnailator as its own page shows it: what a Java user picks today. JPEG only.
final class PlainThumbnailator implements Maker {

    @Override
    public long make(byte[] source, Case wanted) throws IOException {
        if (!wanted.format().equals("jpg")) {
            throw new UnsupportedOperationException(wanted.format());
        }
        var out = new ByteArrayOutputStream();
        Thumbnails.of(new ByteArrayInputStream(source))
                .width(wanted.width())
                .outputQuality(wanted.quality() / 100.0)
                .outputFormat("jpg")
                .toOutputStream(out);
        return out.size();
    }
}
