package io.imagehandler.engine.inspect;

import io.imagehandler.engine.ImageFacts.Coding;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;

/// One walk over the markers of a JPEG, entropy-coded data included, to the end of the image.
final class JpegWalk {

    /// A progressive JPEG of real life has about ten; each costs a pass over all coefficients.
    private static final int MOST_SCANS = 100;

    private static final int END_OF_IMAGE = 0xD9;
    private static final String EXIF = "Exif\0\0";
    private static final String PROFILE = "ICC_PROFILE\0";

    private final Bytes file;
    private final Findings found;
    private final QuantizationTables tables = new QuantizationTables();
    private int components;
    private int luminanceTable;
    private int scans;
    private long profileBytes;
    private boolean exifSeen;

    JpegWalk(Bytes file) {
        this.file = file;
        this.found = new Findings(SourceFormat.JPEG, file);
    }

    Findings run() {
        long at = nextMarker(2);
        while (file.u8(at) != END_OF_IMAGE) {
            at = nextMarker(afterSegment(file.u8(at), at + 1));
        }
        if (scans == 0) {
            throw new UndecodableImage("the JPEG has no picture in it");
        }
        found.profile = profileBytes > 0 && profileBytes <= Findings.LONGEST_PROFILE;
        found.jpegQuality = tables.quality(luminanceTable);
        found.bytes = file.view(0, at + 1);
        return found;
    }

    /// Where the code of the next marker stands. What lies before it is passed over just as libjpeg
    /// passes over it, so that both see the same markers.
    private long nextMarker(long from) {
        long at = from;
        while (true) {
            at = file.find(0xFF, at);
            while (file.u8(at) == 0xFF) {
                at++;
            }
            if (file.u8(at) != 0) {
                return at;
            }
        }
    }

    /// Looks at the segment of the marker `code`, whose length stands at `at`, and gives its end.
    private long afterSegment(int code, long at) {
        if (code == 0x01 || (code >= 0xD0 && code <= 0xD7)) {
            return at;
        }
        boolean known =
                (code >= 0xC0 && code <= 0xCF)
                        || (code >= 0xDA && code <= 0xDD)
                        || (code >= 0xE0 && code <= 0xEF)
                        || code == 0xFE;
        int length = known ? file.u16(at) : 0;
        if (length < 2) {
            throw new UndecodableImage("the JPEG is damaged");
        }
        segment(code, file.part(at + 2, length - 2));
        return at + length;
    }

    private void segment(int code, Bytes segment) {
        switch (code) {
            case 0xC0, 0xC1 -> frame(segment, Coding.SEQUENTIAL);
            case 0xC2 -> frame(segment, Coding.PASSES);
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                    throw new UndecodableImage("the JPEG is of a kind that is not supported");
            case 0xDA -> scan(segment);
            case 0xDB -> tables.read(segment);
            case 0xE1 -> exif(segment);
            case 0xE2 -> profileBytes += segment.is(0, PROFILE) ? segment.size() : 0;
            default -> {}
        }
    }

    private void frame(Bytes header, Coding coding) {
        if (components > 0) {
            throw new UndecodableImage("the JPEG has more than one picture in it");
        }
        if (header.u8(0) != 8) {
            throw new UndecodableImage("the JPEG has other than 8 bits a channel");
        }
        components = header.u8(5);
        boolean possible = components == 1 || components == 3 || components == 4;
        if (!possible || header.size() != 6 + 3L * components) {
            throw new UndecodableImage("the JPEG has a damaged frame header");
        }
        luminanceTable = header.u8(8);
        found.height = header.u16(1);
        found.width = header.u16(3);
        found.channels = components;
        found.coding = coding;
    }

    private void scan(Bytes header) {
        int scanned = header.u8(0);
        boolean possible = scanned >= 1 && scanned <= components;
        if (!possible || header.size() != 4 + 2L * scanned) {
            throw new UndecodableImage("the JPEG has a damaged scan header");
        }
        scans++;
        if (scans > MOST_SCANS) {
            throw new ImageTooLarge("the JPEG has more than " + MOST_SCANS + " scans");
        }
        if (scans > 1 || scanned < components) {
            found.coding = Coding.PASSES;
        }
    }

    private void exif(Bytes segment) {
        if (!exifSeen && segment.is(0, EXIF)) {
            exifSeen = true;
            found.orientation =
                    Exif.orientation(segment.part(EXIF.length(), segment.size() - EXIF.length()));
        }
    }
}
