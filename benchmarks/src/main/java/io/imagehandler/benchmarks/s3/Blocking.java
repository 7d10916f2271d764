package io.imagehandler.benchmarks.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// By the SDK's synchronous client.
record Blocking(S3Client s3) implements Calls {

    private static final int PRECONDITION_FAILED = 412;

    @Override
    public void head() {
        var _ = s3.headObject(Place.HEAD);
    }

    @Override
    public byte[] get() {
        return s3.getObject(Place.GET, Blocking::whole);
    }

    @Override
    public void put(String key, ByteBuffer bytes) {
        try {
            var _ = s3.putObject(Place.put(key), RequestBody.fromByteBuffer(bytes));
        } catch (S3Exception failure) {
            // The JDK's client sees attempts fail that were carried out, and is told so at its
            // second one. The product takes that for stored, too.
            if (failure.statusCode() != PRECONDITION_FAILED) {
                throw failure;
            }
        }
    }

    private static byte[] whole(GetObjectResponse response, AbortableInputStream body)
            throws IOException {
        var bytes = new byte[Math.toIntExact(response.contentLength())];
        if (body.readNBytes(bytes, 0, bytes.length) != bytes.length) {
            throw new IOException("the body is shorter than it said");
        }
        return bytes;
    }

    @Override
    public void close() {
        s3.close();
    }
}
