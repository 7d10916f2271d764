package io.imagehandler.engine.inspect;

import io.imagehandler.engine.SourceFormat;
import java.util.Set;

/// AVIF and HEIC: boxes in boxes, which differ in the codec of the pictures only.
final class Heif implements Format {

    private static final int COMPATIBLE = 16;
    private static final int MOST_BRANDS = 64;

    private final SourceFormat name;
    private final Set<String> brands;
    private final String codec;

    private Heif(SourceFormat name, Set<String> brands, String codec) {
        this.name = name;
        this.brands = brands;
        this.codec = codec;
    }

    /// Pictures coded as AV1.
    static Heif avif() {
        return new Heif(SourceFormat.AVIF, Set.of("avif", "avis"), "av01");
    }

    /// Pictures coded as HEVC.
    static Heif heic() {
        return new Heif(SourceFormat.HEIC, Set.of("heic", "heix", "heim", "heis"), "hvc1");
    }

    @Override
    public SourceFormat name() {
        return name;
    }

    /// By the file's own brand, or one that it claims to be compatible with: that of phones is
    /// often the general `mif1`.
    @Override
    public boolean begins(Bytes file) {
        return file.is(4, "ftyp") && (isBrand(file, 8) || isCompatible(file));
    }

    private boolean isCompatible(Bytes file) {
        long end = Math.min(file.has(0, 4) ? file.u32(0) : 0, COMPATIBLE + 4 * MOST_BRANDS);
        for (long at = COMPATIBLE; at + 4 <= end; at += 4) {
            if (isBrand(file, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBrand(Bytes file, long at) {
        for (String brand : brands) {
            if (file.is(at, brand)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Findings walk(Bytes file) {
        return new HeifWalk(file, new Findings(name, file), codec).run();
    }
}
