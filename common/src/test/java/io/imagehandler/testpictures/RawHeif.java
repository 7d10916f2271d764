package io.imagehandler.testpictures;

/// An AVIF or HEIC put together box by box, so that each of them can be wrong. Its pictures have no
/// data.
public final class RawHeif {

    private final byte[] type;
    private final String codec;
    private final Octets items = new Octets();
    private final Octets properties = new Octets();
    private final Octets associations = new Octets();
    private final Octets more = new Octets();
    private int itemCount;
    private int propertyCount;
    private int associationCount;
    private long locatedAt = -1;

    private RawHeif(String brand, String codec) {
        this.type = box("ftyp", new Octets().text("mif1").u32(0).text("mif1" + brand).toArray());
        this.codec = codec;
    }

    public static RawHeif avif() {
        return new RawHeif("avif", "av01");
    }

    public static RawHeif heic() {
        return new RawHeif("heic", "hvc1");
    }

    /// A coded picture of that size, with more properties by their number. The first one is the
    /// picture that is shown.
    public RawHeif picture(long width, long height, int... others) {
        return item(codec, width, height, others);
    }

    public RawHeif item(String kind, long width, long height, int... others) {
        return item(kind).size(width, height).associated(itemCount, propertyCount, others);
    }

    /// An item without properties.
    public RawHeif item(String kind) {
        itemCount++;
        var entry = new Octets().u8(2, 0, 0, 0).u16(itemCount).u16(0).text(kind).u8(0);
        items.all(box("infe", entry.toArray()));
        return this;
    }

    public RawHeif size(long width, long height) {
        return property("ispe", new Octets().u32(0).u32(width).u32(height).toArray());
    }

    public RawHeif property(String kind, byte... content) {
        propertyCount++;
        properties.all(box(kind, content));
        return this;
    }

    public RawHeif associated(int item, int property, int... others) {
        associationCount++;
        associations.u16(item).u8(1 + others.length, property).u8(others);
        return this;
    }

    /// Says that the data of the first item begin at that offset and are 8 bytes long.
    public RawHeif locatedAt(long offset) {
        locatedAt = offset;
        return this;
    }

    /// A box at the end of the description.
    public RawHeif described(String kind, byte... content) {
        more.all(box(kind, content));
        return this;
    }

    public byte[] end() {
        long data = type.length + meta(0).length + 8L;
        return new Octets()
                .all(type)
                .all(meta(locatedAt < 0 ? data : locatedAt))
                .all(box("mdat", new byte[8]))
                .toArray();
    }

    private byte[] meta(long location) {
        var content =
                new Octets()
                        .u32(0)
                        .all(box("hdlr", new byte[25]))
                        .all(box("pitm", new Octets().u32(0).u16(1).toArray()))
                        .all(box("iloc", locations(location)))
                        .all(box("iinf", itemList()))
                        .all(box("iprp", propertyList()))
                        .all(more.toArray());
        return box("meta", content.toArray());
    }

    public static byte[] box(String kind, byte... content) {
        return new Octets().u32(8 + content.length).text(kind).all(content).toArray();
    }

    /// So many boxes, each inside the one before.
    public static byte[] nested(String kind, int count) {
        byte[] boxes = new byte[0];
        for (int i = 0; i < count; i++) {
            boxes = box(kind, boxes);
        }
        return boxes;
    }

    private static byte[] locations(long location) {
        var list = new Octets().u32(0).u8(0x44, 0).u16(1).u16(1).u16(0);
        return list.u16(1).u32(location).u32(8).toArray();
    }

    private byte[] itemList() {
        return new Octets().u32(0).u16(itemCount).all(items.toArray()).toArray();
    }

    private byte[] propertyList() {
        var list = new Octets().u32(0).u32(associationCount).all(associations.toArray());
        return new Octets()
                .all(box("ipco", properties.toArray()))
                .all(box("ipma", list.toArray()))
                .toArray();
    }
}
