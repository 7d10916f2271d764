package io.imagehandler.rendition.s3;

import io.imagehandler.rendition.Room;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Reads a body whole, or none of it that matters if it is longer than it may be.
///
/// A length that is declared is refused unread; one that is not, or is a lie, as soon as it shows.
/// Done inside of the call, so that the call's time limits and retries cover the body as well.
final class BoundedBody implements ResponseTransformer<GetObjectResponse, BoundedBody.Body> {

    /// What was read. Told by a value because the SDK wraps what is thrown in here.
    sealed interface Body {}

    record Whole(GetObjectResponse response, ByteBuffer bytes) implements Body {}

    record TooLong() implements Body {}

    /// There was no room for it.
    record Unwelcome() implements Body {}

    private final int most;
    private final Room room;

    /// @param most in bytes, less than 2 GiB
    BoundedBody(long most, Room room) {
        this.most = Math.toIntExact(most);
        this.room = room;
    }

    @Override
    public Body transform(GetObjectResponse response, AbortableInputStream stream)
            throws IOException {
        long length = declared(response.contentLength());
        if (length > most) {
            stream.abort();
            return new TooLong();
        }
        if (!room.allows(length)) {
            stream.abort();
            return new Unwelcome();
        }
        byte[] bytes =
                response.contentLength() == null
                        ? stream.readNBytes(most)
                        : exactly((int) length, stream);
        if (bytes.length == length && stream.read() != -1) {
            stream.abort();
            return new TooLong();
        }
        return new Whole(response, ByteBuffer.wrap(bytes));
    }

    /// All at once where it is to stay; what reads piece by piece puts the pieces together in the
    /// end, which needs twice the room.
    private static byte[] exactly(int length, AbortableInputStream stream) throws IOException {
        var bytes = new byte[length];
        int read = stream.readNBytes(bytes, 0, length);
        return read == length ? bytes : Arrays.copyOf(bytes, read);
    }

    private long declared(@Nullable Long length) {
        return length == null ? most : length;
    }
}
