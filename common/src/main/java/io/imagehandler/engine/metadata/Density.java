package io.imagehandler.engine.metadata;

import java.util.Map;

/// How many pixels of a picture make a length.
///
/// A file may also hold two numbers without a unit; they say how wide a pixel is for its height,
/// which is no resolution.
record Density(String x, String y, Unit unit) {

    enum Unit {
        INCH("2"),
        CENTIMETRE("3");

        private final String exif;

        Unit(String exif) {
            this.exif = exif;
        }
    }

    Map<String, String> fields() {
        return Map.of("XResolution", x, "YResolution", y, "ResolutionUnit", unit.exif);
    }
}
