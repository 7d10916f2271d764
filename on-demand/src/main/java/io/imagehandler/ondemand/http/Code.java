package io.imagehandler.ondemand.http;

import io.imagehandler.failure.AccessDenied;
import io.imagehandler.failure.CrashedDecoder;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.NoSuchStyle;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.failure.SignatureExpired;
import io.imagehandler.failure.SignatureInvalid;
import io.imagehandler.failure.TooSlow;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.ondemand.admission.ServiceFailure;
import org.springframework.http.HttpStatus;

/// Every error of this service: the status, the word that programs may rely on, and how long
/// anybody may keep the answer.
enum Code {
    INVALID_ARGUMENT(HttpStatus.BAD_REQUEST, "InvalidArgument", Kept.AS_INVALID),
    SIGNATURE_INVALID(HttpStatus.FORBIDDEN, "SignatureInvalid", Kept.NOT),
    ACCESS_DENIED(HttpStatus.FORBIDDEN, "AccessDenied", Kept.NOT),
    NO_SUCH_KEY(HttpStatus.NOT_FOUND, "NoSuchKey", Kept.AS_ABSENT),
    NO_SUCH_STYLE(HttpStatus.NOT_FOUND, "NoSuchStyle", Kept.AS_ABSENT),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "MethodNotAllowed", Kept.AS_INVALID),
    SIGNATURE_EXPIRED(HttpStatus.GONE, "SignatureExpired", Kept.NOT),
    ORIGINAL_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "ImageTooLarge", Kept.AS_UNUSABLE),
    URI_TOO_LONG(HttpStatus.URI_TOO_LONG, "UriTooLong", Kept.AS_INVALID),
    UNSUPPORTED_FORMAT(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UnsupportedFormat", Kept.AS_UNUSABLE),
    UNDECODABLE_IMAGE(HttpStatus.UNPROCESSABLE_CONTENT, "UndecodableImage", Kept.AS_UNUSABLE),
    IMAGE_TOO_LARGE(HttpStatus.UNPROCESSABLE_CONTENT, "ImageTooLarge", Kept.AS_UNUSABLE),
    RANGE_NOT_SATISFIABLE(
            HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "RangeNotSatisfiable", Kept.NOT),
    HEADER_FIELDS_TOO_LARGE(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "HeaderFieldsTooLarge", Kept.NOT),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "InternalError", Kept.NOT),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Overloaded", Kept.NOT),
    STORAGE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "StorageUnavailable", Kept.NOT),
    TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "Timeout", Kept.NOT);

    private final HttpStatus status;
    private final String word;
    private final Kept kept;

    /// How long anybody may keep the answer: as long as [CachingSettings] has it for the class.
    enum Kept {
        AS_INVALID,
        AS_ABSENT,
        AS_UNUSABLE,
        NOT
    }

    Code(HttpStatus status, String word, Kept kept) {
        this.status = status;
        this.word = word;
        this.kept = kept;
    }

    /// What the domain's no means over HTTP.
    static Code of(ImageFailure failure) {
        return switch (failure) {
            case InvalidArgument _ -> INVALID_ARGUMENT;
            case SignatureInvalid _ -> SIGNATURE_INVALID;
            case SignatureExpired _ -> SIGNATURE_EXPIRED;
            case AccessDenied _ -> ACCESS_DENIED;
            case NoSuchOriginal _ -> NO_SUCH_KEY;
            case NoSuchStyle _ -> NO_SUCH_STYLE;
            case OriginalTooLarge _ -> ORIGINAL_TOO_LARGE;
            case UnsupportedFormat _ -> UNSUPPORTED_FORMAT;
            case UndecodableImage _, CrashedDecoder _ -> UNDECODABLE_IMAGE;
            case ImageTooLarge _, TooSlow _ -> IMAGE_TOO_LARGE;
        };
    }

    /// What a failure of the service itself means over HTTP.
    static Code of(ServiceFailure failure) {
        return switch (failure.reason()) {
            case OVERLOADED -> OVERLOADED;
            case TIMEOUT -> TIMEOUT;
        };
    }

    HttpStatus status() {
        return status;
    }

    String word() {
        return word;
    }

    Kept kept() {
        return kept;
    }

    /// Whether the same request may succeed a little later.
    boolean isTemporary() {
        return status == HttpStatus.SERVICE_UNAVAILABLE;
    }
}
