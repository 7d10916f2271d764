package io.imagehandler.benchmarks;

import java.util.List;

/// Settings of one format's encoder. The first is what all are compared with.
///
/// @param format the ending of its files
/// @param shrink how much smaller than 1200 x 800 the pictures are
/// @param qualities three; pictures are compared where they are as similar as at the middle one of
///   the first setting
/// @param settings options of libvips' saver besides the quality
record CodecFamily(String format, int shrink, List<Integer> qualities, List<String> settings) {

    static final List<CodecFamily> JPEG_AND_WEBP =
            List.of(
                    of(
                            "jpg",
                            1,
                            List.of(70, 80, 88),
                            "optimize_coding",
                            "optimize_coding=false",
                            "optimize_coding,interlace",
                            "optimize_coding,quant_table=2",
                            "optimize_coding,quant_table=3",
                            "optimize_coding,interlace,optimize_scans",
                            "optimize_coding,trellis_quant",
                            "optimize_coding,interlace,optimize_scans,trellis_quant,"
                                    + "overshoot_deringing,quant_table=3"),
                    of(
                            "webp",
                            1,
                            List.of(65, 75, 85),
                            "effort=4",
                            "effort=0",
                            "effort=1",
                            "effort=2",
                            "effort=3",
                            "effort=6",
                            "effort=2,preset=photo",
                            "effort=2,preset=drawing",
                            "effort=2,preset=icon",
                            "effort=2,preset=text",
                            "effort=2,smart_subsample"));

    static final List<CodecFamily> AVIF =
            List.of(
                    of(
                            "avif",
                            2,
                            List.of(40, 50, 62),
                            "effort=4",
                            "effort=0",
                            "effort=1",
                            "effort=2",
                            "effort=3"),
                    of("avif", 2, List.of(40, 50, 62), "effort=2", "effort=2,subsample_mode=off"));

    private static CodecFamily of(
            String format, int shrink, List<Integer> qualities, String... settings) {
        return new CodecFamily(format, shrink, qualities, List.of(settings));
    }
}
