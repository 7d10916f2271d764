package io.imagehandler.engine.inspect;

/// The kinds of boxes that mean something to us.
enum HeifBox {
    META("meta", 4),
    PROPERTIES("iprp", 0),
    PROPERTY_LIST("ipco", 0),
    /// Its count of items is as long as its version says; the walk sees to that.
    ITEMS("iinf", 6),
    MOVIE("moov", 0),
    TRACK("trak", 0),
    MEDIA("mdia", 0),
    MEDIA_PARTS("minf", 0),
    SAMPLES("stbl", 0),
    GROUPS("grpl", 0),
    PROTECTIONS("ipro", 6),
    PROTECTION("sinf", 0),
    PRIMARY("pitm"),
    ITEM("infe"),
    LOCATIONS("iloc"),
    ASSOCIATIONS("ipma"),
    SIZE("ispe"),
    CROP("clap"),
    TURN("irot"),
    KIND_OF_AUXILIARY("auxC"),
    COLOUR("colr"),
    AV1("av1C"),
    HEVC("hvcC"),
    OTHER("");

    static final int NO_BOXES_INSIDE = -1;

    private static final HeifBox[] KNOWN = values();

    private final String type;
    private final int inside;

    HeifBox(String type) {
        this(type, NO_BOXES_INSIDE);
    }

    HeifBox(String type, int inside) {
        this.type = type;
        this.inside = inside;
    }

    /// The kind of the box whose type stands at that offset.
    static HeifBox at(Bytes file, long offset) {
        for (HeifBox box : KNOWN) {
            if (file.is(offset, box.type)) {
                return box;
            }
        }
        return OTHER;
    }

    /// How far into its content the first box inside begins; [#NO_BOXES_INSIDE] if there is none.
    int inside() {
        return inside;
    }
}
