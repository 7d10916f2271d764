package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.contender.Renderings;
import io.imagehandler.benchmarks.measure.Similarity;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says how near renditions of one photograph come to what could be made of it without any short
/// cut: decoded whole, scaled once, and not compressed.
final class Judge {

    private final Renderings renderings;
    private final byte[] whole;
    private final Map<Integer, BufferedImage> truths = new HashMap<>();

    Judge(Renderings renderings, Path photo) throws IOException {
        this.renderings = renderings;
        whole = bytes(png(Files.readAllBytes(photo), "image/format,png"));
    }

    /// The similarity of a rendition of that width.
    double ssim(int width, byte[] file) throws IOException {
        BufferedImage truth = truths.get(width);
        if (truth == null) {
            truth = Renderings.image(png(whole, "image/resize,w_" + width + "/format,png"));
            truths.put(width, truth);
        }
        return Similarity.of(truth, Renderings.image(png(file, "image/format,png"))).ssim();
    }

    static byte[] bytes(ByteBuffer file) {
        var bytes = new byte[file.remaining()];
        file.duplicate().get(bytes);
        return bytes;
    }

    private ByteBuffer png(byte[] file, String text) {
        return renderings.files(file, List.of(text)).getFirst();
    }
}
