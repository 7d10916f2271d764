package io.imagehandler.benchmarks.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// A body put where it is to stay as it comes, as the product has it from its client. For one call.
final class Whole implements AsyncResponseTransformer<GetObjectResponse, byte[]> {

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    @Override
    public CompletableFuture<byte[]> prepare() {
        return whole;
    }

    @Override
    public void onResponse(GetObjectResponse response) {
        bytes = ByteBuffer.allocate(Math.toIntExact(response.contentLength()));
    }

    @Override
    public void onStream(SdkPublisher<ByteBuffer> body) {
        var _ =
                body.subscribe(piece -> bytes.put(piece))
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                whole.completeExceptionally(failure);
                            } else if (bytes.hasRemaining()) {
                                whole.completeExceptionally(
                                        new IOException("the body is shorter than it said"));
                            } else {
                                whole.complete(bytes.array());
                            }
                        });
    }

    @Override
    public void exceptionOccurred(Throwable failure) {
        whole.completeExceptionally(failure);
    }
}
