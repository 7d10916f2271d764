package io.imagehandler.testpictures;

import io.imagehandler.failure.UnsupportedFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Files that are of no format that we read, though some decoder would try.
public final class NotImages {

    private static final String SVG =
            """
            <?xml version="1.0"?>
            <!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>
            <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
              <image href="http://127.0.0.1:9/x.png" width="9" height="9"/><text>&x;</text>
            </svg>
            """;

    private static final String POSTSCRIPT = "%!PS\n(x) run\n";

    private NotImages() {}

    public static List<HostileFile> all() {
        return List.of(
                file("nothing", new byte[0]),
                file("one byte", new byte[1]),
                text("text", "Dear all, please find the picture attached"),
                text("a matrix in text", "3 2\n1 2 3\n4 5 6\n"),
                text("SVG with external entities", SVG),
                file("SVGZ", zipped(SVG)),
                text("HTML", "<!doctype html><script>alert(1)</script>"),
                text("PDF", "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF"),
                text("PostScript", POSTSCRIPT),
                text("MVG", "push graphic-context\nimage over 0,0 0,0 'http://127.0.0.1:9/'\n"),
                text("TIFF, little-endian", "II*\0\b\0\0\0\0\0\0\0\0\0"),
                text("TIFF, big-endian", "MM\0*\0\0\0\b\0\0\0\0\0\0"),
                text("BMP", "BM:\0\0\0\0\0\0\0006\0\0\0(\0\0\0\1\0\0\0\1\0\0\0\1\0\30\0"),
                text("ICO", "\0\0\1\0\1\0\1\1\0\0\1\0\30\0"),
                text("WBMP", "\0\0\1\1\0"),
                text("PSD", "8BPS\0\1\0\0\0\0\0\0\0\3\0\0\0\1\0\0\0\1\0\b\0\3"),
                text("JPEG XL", "\u00FF\n\0\0"),
                text("JPEG 2000", "\0\0\0\fjP  \r\n\u0087\n"),
                text("OpenEXR", "v/1\1\2\0\0\0"),
                text("HDR", "#?RADIANCE\n"),
                text("FITS", "SIMPLE  =                    T"),
                text("ZIP", "PK\3\4"),
                file("script before a JPEG", after("#!/bin/sh\n", jpeg())),
                file("PHP before a PNG", after("<?php x(); ?>", png())),
                file("PostScript before a GIF", after(POSTSCRIPT, gif())),
                file("JPEG after one more byte", after("\0", jpeg())),
                text("JPEG's first two bytes", "\u00FF\u00D8"),
                text("PNG's first seven bytes", "\u0089PNG\r\n\u001A"),
                text("PNG sent as text", "\u0089PNG\n\u001A\n\0\0\0\rIHDR"),
                text("GIF of a version unheard of", "GIF90a\1\0\1\0\0\0\0;"),
                text("WAVE", "RIFF\4\0\0\0WAVE"));
    }

    private static byte[] jpeg() {
        return RawJpeg.of(RawJpeg.BASELINE, 8, 8, 3);
    }

    private static byte[] png() {
        return new RawPng().header(8, 8, 8, RawPng.GREY).data().end();
    }

    private static byte[] gif() {
        return new RawGif().screen(1, 1).frame(0, 0, 1, 1).end();
    }

    private static byte[] after(String text, byte[] file) {
        return new Octets().text(text).all(file).toArray();
    }

    private static byte[] zipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static HostileFile text(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static HostileFile file(String name, byte[] bytes) {
        return new HostileFile(name, ByteBuffer.wrap(bytes), UnsupportedFormat.class);
    }
}
