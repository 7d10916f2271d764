package io.imagehandler.local.s3;

import io.imagehandler.local.s3.ObjectChange.Kind;
import java.io.InputStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Tells of every change, whichever client makes it: it stands between the S3 protocol and the
/// files.
final class NotifyingBlobStore extends ForwardingBlobStore {

    /// Objects that the server stores for itself: the parts of uploads under way.
    private static final String INTERNAL = ".s3proxy-";

    private final StorableKeys keys;
    private final ObjectListener listener;

    NotifyingBlobStore(BlobStore files, StorableKeys keys, ObjectListener listener) {
        super(files);
        this.keys = keys;
        this.listener = listener;
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        requireStorable(request.bucket(), request.key());
        return super.getBlob(request);
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        requireStorable(request.bucket(), request.key());
        return super.blobMetadata(request);
    }

    /// What cannot be stored is not there. The files would answer with an error instead, or with
    /// another object.
    private void requireStorable(String bucket, String key) {
        if (keys.objection(bucket, key).isPresent()) {
            throw S3Exceptions.noSuchKey(bucket, key, "there is no such object");
        }
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        keys.check(request.bucket(), request.key());
        var response = super.putBlob(request, body);
        tellCreated(Kind.PUT, request.bucket(), request.key());
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        keys.check(request.destinationBucket(), request.destinationKey());
        var response = super.copyBlob(request);
        tellCreated(Kind.COPY, request.destinationBucket(), request.destinationKey());
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        keys.check(request.bucket(), request.key());
        var response = super.completeMultipartUpload(upload, request);
        tellCreated(Kind.MULTIPART, request.bucket(), request.key());
        return response;
    }

    /// Removing what is not there is no change, and S3 tells nobody of it.
    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        var existed = blobExists(request.bucket(), request.key());
        var response = super.removeBlob(request);
        if (existed) {
            tell(new ObjectChange(Kind.REMOVED, request.bucket(), request.key(), 0, ""));
        }
        return response;
    }

    private void tellCreated(Kind kind, String bucket, String key) {
        if (key.startsWith(INTERNAL)) {
            return;
        }
        var stored = blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(key).build());
        if (stored != null) { // null: removed again meanwhile, and that is told, too
            var tag = stored.eTag().replace("\"", "");
            tell(new ObjectChange(kind, bucket, key, stored.contentLength(), tag));
        }
    }

    private void tell(ObjectChange change) {
        if (!change.key().startsWith(INTERNAL)) {
            listener.onChange(change);
        }
    }
}
