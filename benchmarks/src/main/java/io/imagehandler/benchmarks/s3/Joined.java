package io.imagehandler.benchmarks.s3;

import java.nio.ByteBuffer;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/// By an asynchronous client, whose answers are waited for.
record Joined(S3AsyncClient s3) implements Calls {

    @Override
    public void head() {
        var _ = s3.headObject(Place.HEAD).join();
    }

    @Override
    public byte[] get() {
        return s3.getObject(Place.GET, new Whole()).join();
    }

    @Override
    public void put(String key, ByteBuffer bytes) {
        var _ = s3.putObject(Place.put(key), AsyncRequestBody.fromByteBuffer(bytes)).join();
    }

    @Override
    public void close() {
        s3.close();
    }
}
