package io.imagehandler.engine.vips;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// Sets libvips up once for a process that reads strangers' files.
final class Guard {

    /// Of `VipsOperationFlags`.
    private static final int BLOCKED = 32;

    private static final List<String> ALLOWED =
            List.of(
                    "VipsForeignLoadJpeg",
                    "VipsForeignLoadPng",
                    "VipsForeignLoadNsgif",
                    "VipsForeignLoadWebp",
                    "VipsForeignLoadHeif");

    /// Every other loader of libvips that has ever read a stranger's file where none was meant to.
    private static final List<String> REFUSED =
            List.of(
                    "analyzeload",
                    "csvload",
                    "csvload_source",
                    "dcrawload_buffer",
                    "fitsload",
                    "jp2kload_buffer",
                    "jxlload_buffer",
                    "magickload",
                    "magickload_buffer",
                    "matload",
                    "matrixload",
                    "matrixload_source",
                    "niftiload",
                    "openexrload",
                    "openslideload",
                    "pdfload",
                    "pdfload_buffer",
                    "ppmload",
                    "ppmload_buffer",
                    "radload_buffer",
                    "rawload",
                    "svgload",
                    "svgload_buffer",
                    "tiffload",
                    "tiffload_buffer",
                    "uhdrload_buffer",
                    "vipsload");

    private Guard() {}

    /// Starts libvips and takes from it what we do not need.
    ///
    /// @throws IllegalStateException if it does not start, or still allows a loader that it must
    ///   not
    static void start(Vips vips) {
        LibVips c = vips.functions();
        // Its warnings go to the process's standard error, with words of the files it reads.
        c.gSetenv(vips.name("VIPS_WARNING"), vips.name("0"), 1);
        if (c.vipsInit(vips.name("image-handler")) != 0) {
            throw new IllegalStateException("libvips does not start");
        }
        // Pictures in the cache would outlive the memory that they read from.
        c.vipsCacheSetMax(0);
        // The pictures rendered at the same time are the concurrency; see the renderer's slots.
        c.vipsConcurrencySet(1);
        // After the start: before it, blocks have no effect.
        c.vipsBlockUntrustedSet(1);
        c.vipsOperationBlockSet(vips.name("VipsForeignLoad"), 1);
        ALLOWED.forEach(loader -> c.vipsOperationBlockSet(vips.name(loader), 0));
        REFUSED.forEach(loader -> checkRefused(vips, loader));
    }

    private static void checkRefused(Vips vips, String loader) {
        LibVips c = vips.functions();
        MemorySegment operation = c.vipsOperationNew(vips.name(loader));
        if (operation.equals(MemorySegment.NULL)) {
            c.gFree(c.vipsErrorBufferCopy());
            return;
        }
        boolean refused = (c.vipsOperationGetFlags(operation) & BLOCKED) != 0;
        c.gObjectUnref(operation);
        if (!refused) {
            throw new IllegalStateException("libvips does not let " + loader + " be refused");
        }
    }
}
