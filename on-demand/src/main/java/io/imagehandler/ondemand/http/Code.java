package io.imagehandler.ondemand.http;

import io.imagehandler.failure.AccessDenied;
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
    INVALID_ARGUMENT(HttpStatus.BAD_REQUEST, "InvalidArgument", Keep.MINUTE),
    SIGNATURE_INVALID(HttpStatus.FORBIDDEN, "SignatureInvalid", Keep.NOT),
    ACCESS_DENIED(HttpStatus.FORBIDDEN, "AccessDenied", Keep.NOT),
    NO_SUCH_KEY(HttpStatus.NOT_FOUND, "NoSuchKey", Keep.HALF_MINUTE),
    NO_SUCH_STYLE(HttpStatus.NOT_FOUND, "NoSuchStyle", Keep.HALF_MINUTE),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "MethodNotAllowed", Keep.MINUTE),
    SIGNATURE_EXPIRED(HttpStatus.GONE, "SignatureExpired", Keep.NOT),
    ORIGINAL_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "ImageTooLarge", Keep.MINUTE),
    URI_TOO_LONG(HttpStatus.URI_TOO_LONG, "UriTooLong", Keep.MINUTE),
    UNSUPPORTED_FORMAT(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UnsupportedFormat", Keep.MINUTE),
    UNDECODABLE_IMAGE(HttpStatus.UNPROCESSABLE_CONTENT, "UndecodableImage", Keep.MINUTE),
    IMAGE_TOO_LARGE(HttpStatus.UNPROCESSABLE_CONTENT, "ImageTooLarge", Keep.MINUTE),
    HEADER_FIELDS_TOO_LARGE(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "HeaderFieldsTooLarge", Keep.NOT),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "InternalError", Keep.NOT),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Overloaded", Keep.NOT),
    STORAGE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "StorageUnavailable", Keep.NOT),
    TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "Timeout", Keep.NOT);

    private final HttpStatus status;
    private final String word;
    private final String cacheControl;

    Code(HttpStatus status, String word, String cacheControl) {
        this.status = status;
        this.word = word;
        this.cacheControl = cacheControl;
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
            case UndecodableImage _ -> UNDECODABLE_IMAGE;
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

    String cacheControl() {
        return cacheControl;
    }

    /// Whether the same request may succeed a little later.
    boolean isTemporary() {
        return status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    /// Values of Cache-Control.
    private static final class Keep {
        static final String MINUTE = "public, max-age=60";
        static final String HALF_MINUTE = "public, max-age=30";
        static final String NOT = "no-store";
    }
}
