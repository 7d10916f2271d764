package io.imagehandler.benchmarks.contender;

import io.imagehandler.benchmarks.measure.Case;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;

/// Many renderings of small pictures of many sizes, on two threads.
final class Many {

    private static final List<String> FORMATS = List.of("jpg", "webp", "png", "gif", "jpg");

    private final Maker maker;
    private final List<byte[]> sources = new ArrayList<>();

    Many(Maker maker) throws IOException {
        this.maker = maker;
        for (int width : List.of(160, 320, 480, 640)) {
            sources.add(drawn(width));
        }
    }

    /// How many bytes the last ones have.
    long make(int count) throws IOException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Long> other = threads.submit(() -> half(0, count));
            long bytes = threads.submit(() -> half(1, count)).get();
            return bytes + other.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private long half(int first, int count) throws IOException {
        long bytes = 0;
        for (int i = first; i < count; i += 2) {
            byte[] source = sources.get(i % sources.size());
            String format = FORMATS.get(i % FORMATS.size());
            bytes = maker.make(source, new Case("", "", 40 + i % 113, format, 75, 0));
        }
        return bytes;
    }

    private static byte[] drawn(int width) throws IOException {
        var image = new BufferedImage(width, width * 3 / 4, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, width / 2f, Color.BLUE));
        pen.fillRect(0, 0, width, width);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
