package io.imagehandler.engine.inspect;

import io.imagehandler.engine.ImageFacts.Coding;

/// How much memory decoding takes, by the kind of engine that does it. Upper estimates, measured on
/// hostile files; the file itself and the renditions come on top.
public enum DecodeMemory {

    /// libvips: reads rows one after the other where the file's coding lets it.
    NATIVE {
        @Override
        long estimate(Findings found) {
            return switch (found.format) {
                case JPEG -> inPasses(found) ? coefficients(found) : rows(found);
                case PNG -> inPasses(found) ? wholePicture(found) : rows(found);
                case GIF, WEBP -> found.pixels() * FRAME_AND_CANVAS;
                case AVIF, HEIC -> found.pixels() * PLANES_AND_COPY;
            };
        }
    },

    /// A pure-Java codec: holds every picture whole, and beside it the coefficients of one in
    /// passes, or the samples of one of 16 bits until they are made 8.
    PURE_JAVA {
        @Override
        long estimate(Findings found) {
            long bytes = inPasses(found) ? PASSES_AND_COPY : PLANES_AND_COPY;
            long deep = found.depth > 8 ? bytesPerPixel(found) + PACKED : 0;
            return found.pixels() * Math.max(bytes, deep);
        }
    };

    private static final int ROWS = 32;
    private static final int COEFFICIENT = 2;
    private static final int FRAME_AND_CANVAS = 8;
    private static final int PLANES_AND_COPY = 6;
    private static final int PASSES_AND_COPY = 11;
    private static final int PACKED = 4;

    /// In bytes; the number of pixels must be bounded already.
    abstract long estimate(Findings found);

    private static boolean inPasses(Findings found) {
        return found.coding == Coding.PASSES;
    }

    private static long rows(Findings found) {
        return found.width * bytesPerPixel(found) * ROWS;
    }

    private static long coefficients(Findings found) {
        return found.pixels() * found.channels * COEFFICIENT;
    }

    private static long wholePicture(Findings found) {
        return found.pixels() * bytesPerPixel(found) * 3 / 2;
    }

    private static long bytesPerPixel(Findings found) {
        return found.depth > 8 ? found.channels * 2L : found.channels;
    }
}
