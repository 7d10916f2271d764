package io.imagehandler.rendition.s3;

import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.rendition.ByteRange;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.NoRoom;
import io.imagehandler.rendition.OpenOriginal;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Room;
import io.imagehandler.rendition.StoredOriginal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/// Originals in an S3 bucket.
///
/// The role that reads it needs ListBucket as well as GetObject: without it S3 answers 403 for what
/// is not there, and that is never taken for an absence.
public final class S3Originals implements Originals {

    /// Longer than for other calls, which move no bytes to speak of; still within a whole call.
    private static final Duration ATTEMPT = Duration.ofSeconds(12);

    private static final String UNDECLARED = "application/octet-stream";

    private final S3Client s3;
    private final String bucket;

    public S3Originals(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<StoredOriginal> find(OriginalKey key) {
        return Answers.unlessAbsent(
                        () -> s3.headObject(head -> head.bucket(bucket).key(key.value())))
                .map(head ->
                        new StoredOriginal(
                                Answers.tag(head.eTag()),
                                head.lastModified(),
                                declared(head.contentType()),
                                head.contentLength()));
    }

    @Override
    public Optional<Original> read(OriginalKey key, long mostBytes) {
        return read(key, mostBytes, _ -> true);
    }

    @Override
    public Optional<Original> read(OriginalKey key, long mostBytes, Room room) {
        return read(get(key).build(), mostBytes, room);
    }

    @Override
    public Optional<Original> read(OriginalKey key, EntityTag tag, long mostBytes, Room room) {
        return Answers.unlessChanged(
                () -> read(get(key).ifMatch(Answers.quoted(tag)).build(), mostBytes, room));
    }

    @Override
    public Optional<OpenOriginal> open(OriginalKey key) {
        return open(get(key).build());
    }

    @Override
    public Optional<OpenOriginal> open(OriginalKey key, EntityTag tag, ByteRange range) {
        String bytes = "bytes=%d-%d".formatted(range.first(), range.last());
        return Answers.unlessChanged(
                () -> open(get(key).ifMatch(Answers.quoted(tag)).range(bytes).build()));
    }

    private Optional<OpenOriginal> open(GetObjectRequest request) {
        return Answers.unlessAbsent(() -> s3.getObject(request))
                .map(body ->
                        new OpenOriginal(
                                Answers.tag(body.response().eTag()),
                                body.response().lastModified(),
                                declared(body.response().contentType()),
                                body.response().contentLength(),
                                new AbortingInputStream(body)));
    }

    private Optional<Original> read(GetObjectRequest request, long mostBytes, Room room) {
        Optional<BoundedBody.Body> body =
                Answers.unlessAbsent(() -> s3.getObject(request, new BoundedBody(mostBytes, room)));
        return body.map(read ->
                switch (read) {
                    case BoundedBody.Whole(var response, var bytes) ->
                            new Original(
                                    Answers.tag(response.eTag()),
                                    response.lastModified(),
                                    declared(response.contentType()),
                                    bytes);
                    case BoundedBody.TooLong() ->
                            throw new OriginalTooLarge(
                                    "the original has more than " + mostBytes + " bytes");
                    case BoundedBody.Unwelcome() -> throw new NoRoom();
                });
    }

    private GetObjectRequest.Builder get(OriginalKey key) {
        return GetObjectRequest.builder()
                .bucket(bucket)
                .key(key.value())
                .overrideConfiguration(call -> call.apiCallAttemptTimeout(ATTEMPT));
    }

    private static String declared(String contentType) {
        return Objects.requireNonNullElse(contentType, UNDECLARED);
    }
}
