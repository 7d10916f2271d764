package io.imagehandler.rendition.s3;

import io.imagehandler.rendition.EntityTag;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What S3's status codes mean to us. Whatever is not named here travels as it came.
final class Answers {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private Answers() {}

    /// The answer, or nothing if S3 says that there is no such object. A refusal (403) is no
    /// absence, and neither is a bucket that is not there.
    static <T> Optional<T> unlessAbsent(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (S3Exception failure) {
            if (objectIsAbsent(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /// What a conditional reading gave, or nothing if the condition did not hold.
    static <T> Optional<T> unlessChanged(Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (S3Exception failure) {
            if (isConflict(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /// Whether the condition held and the call was carried out.
    static boolean ifConditionHolds(Runnable call) {
        try {
            call.run();
            return true;
        } catch (S3Exception failure) {
            // 409 is what S3 says when two conditional writes meet.
            if (isConflict(failure) || objectIsAbsent(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private static boolean isConflict(S3Exception failure) {
        return failure.statusCode() == PRECONDITION_FAILED || failure.statusCode() == CONFLICT;
    }

    /// The tag as S3 gives it, without the quotes around it.
    static EntityTag tag(String quoted) {
        boolean isQuoted = quoted.length() > 2 && quoted.startsWith("\"") && quoted.endsWith("\"");
        return new EntityTag(isQuoted ? quoted.substring(1, quoted.length() - 1) : quoted);
    }

    /// The tag as S3 wants it in a condition.
    static String quoted(EntityTag tag) {
        return '"' + tag.value() + '"';
    }

    private static boolean objectIsAbsent(S3Exception failure) {
        return failure.statusCode() == NOT_FOUND && !(failure instanceof NoSuchBucketException);
    }
}
