package io.imagehandler.testpictures;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Bytes put together one number after the other.
public final class Octets {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Octets u8(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    /// Big-endian.
    public Octets u16(int value) {
        return u8(value >> 8, value);
    }

    /// Big-endian.
    public Octets u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    /// Little-endian.
    public Octets le16(int value) {
        return u8(value, value >> 8);
    }

    /// Little-endian.
    public Octets le24(int value) {
        return le16(value).u8(value >> 16);
    }

    /// Little-endian.
    public Octets le32(long value) {
        return le16((int) value).le16((int) (value >> 16));
    }

    /// One byte a character.
    public Octets text(String text) {
        return all(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Octets all(byte... values) {
        bytes.writeBytes(values);
        return this;
    }

    public Octets zeros(int count) {
        return all(new byte[count]);
    }

    public void reset() {
        bytes.reset();
    }

    public byte[] toArray() {
        return bytes.toByteArray();
    }
}
