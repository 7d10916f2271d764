package io.imagehandler.engine.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.engine.inspect.CheckedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads what a [ValueWriter] wrote, without trust: only ever values of the types that the expected
/// one is made of, each as its constructor allows, and no more bytes than are allowed. For one
/// thread.
final class ValueReader {

    private final DataInputStream in;
    private final Function<ByteBuffer, CheckedImage> inspect;
    private final long most;
    private long left;

    /// @param inspect for the pictures among the values
    /// @param most bytes of one value
    ValueReader(InputStream in, Function<ByteBuffer, CheckedImage> inspect, long most) {
        this.in = new DataInputStream(in);
        this.inspect = inspect;
        this.most = most;
    }

    /// @throws java.io.EOFException if there is no more
    /// @throws IOException if it is something else
    <T> T read(Class<T> type) throws IOException {
        left = most;
        return type.cast(value(type));
    }

    private Object value(Type type) throws IOException {
        return switch (type) {
            case ParameterizedType list -> list(list);
            case Class<?> raw when raw == int.class -> in.readInt();
            case Class<?> raw when raw == long.class -> in.readLong();
            case Class<?> raw when raw == double.class -> in.readDouble();
            case Class<?> raw when raw == boolean.class -> in.readBoolean();
            case Class<?> raw when raw == String.class -> new String(bytes(), UTF_8);
            case Class<?> raw when raw == ByteBuffer.class -> ByteBuffer.wrap(bytes());
            case Class<?> raw when raw == CheckedImage.class ->
                    inspect.apply(ByteBuffer.wrap(bytes()));
            case Class<?> raw when raw.isEnum() -> constant(raw);
            case Class<?> raw when raw.isSealed() -> record(one(Kinds.of(raw)));
            case Class<?> raw when raw.isRecord() -> record(raw);
            default -> throw new IllegalArgumentException("there are no values of " + type);
        };
    }

    private List<Object> list(ParameterizedType type) throws IOException {
        int size = length();
        var list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(Types.element(type)));
        }
        return list;
    }

    private Object record(Class<?> type) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType());
        }
        return Types.make(type, values);
    }

    private Object constant(Class<?> type) throws IOException {
        var name = new String(bytes(), UTF_8);
        for (Object constant : type.getEnumConstants()) {
            if (constant instanceof Enum<?> one && one.name().equals(name)) {
                return constant;
            }
        }
        throw new IOException("there is no " + type.getSimpleName() + " of the name that came");
    }

    private <T> T one(List<T> all) throws IOException {
        int index = in.readInt();
        if (index < 0 || index >= all.size()) {
            throw new IOException("there are " + all.size() + " kinds, but " + index + " came");
        }
        return all.get(index);
    }

    private byte[] bytes() throws IOException {
        int length = length();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("what came was cut off");
        }
        return bytes;
    }

    private int length() throws IOException {
        int length = in.readInt();
        left -= length;
        if (length < 0 || left < 0) {
            throw new IOException("more came than " + most + " bytes");
        }
        return length;
    }
}
