package io.imagehandler.engine.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.engine.inspect.CheckedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;

/// Writes records, down to the numbers, texts and bytes that they are made of. [ValueReader] reads
/// them. For one thread.
final class ValueWriter {

    private static final int CHUNK = 1 << 16;

    private final DataOutputStream out;

    ValueWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /// @param type as which it will be read: its class, or a sealed interface over that
    void write(Type type, Object value) throws IOException {
        switch (value) {
            case Integer number -> out.writeInt(number);
            case Long number -> out.writeLong(number);
            case Double number -> out.writeDouble(number);
            case Boolean flag -> out.writeBoolean(flag);
            case String text -> write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            case ByteBuffer bytes -> write(bytes.duplicate());
            case CheckedImage image -> write(image.bytes());
            case Enum<?> constant -> write(String.class, constant.name());
            case List<?> list -> write(Types.element(type), list);
            case Record values -> write(type, values);
            default ->
                    throw new IllegalArgumentException(
                            "what is sent must be made of records but has a " + value.getClass());
        }
    }

    void flush() throws IOException {
        out.flush();
    }

    private void write(Type element, List<?> list) throws IOException {
        out.writeInt(list.size());
        for (Object one : list) {
            write(element, one);
        }
    }

    private void write(Type type, Record values) throws IOException {
        if (type instanceof Class<?> declared && declared.isSealed()) {
            out.writeInt(Kinds.of(declared).indexOf(values.getClass()));
        }
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            write(component.getGenericType(), Types.value(component, values));
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        out.writeInt(bytes.remaining());
        var chunk = new byte[Math.min(CHUNK, bytes.remaining())];
        while (bytes.hasRemaining()) {
            int length = Math.min(chunk.length, bytes.remaining());
            bytes.get(chunk, 0, length);
            out.write(chunk, 0, length);
        }
    }
}
