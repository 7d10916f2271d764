package io.imagehandler.worker.failure;

import io.imagehandler.rendition.NoRoom;
import io.imagehandler.style.StylesNotLoaded;
import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/// Why a pass threw.
///
/// @param kind whose doing it is
/// @param code one word for machines, for example `s3-503`
/// @param detail what was said, for operators
record Cause(Kind kind, String code, String detail) {

    /// Whose doing it is.
    enum Kind {
        /// A service that we use refused or did not answer: it may do so for this key alone.
        SERVICE,
        /// We were not ready for it; it is nothing of this key's.
        OURSELVES,
        /// A defect of ours.
        DEFECT
    }

    static Cause of(Throwable thrown) {
        Throwable root = root(thrown);
        String detail = String.valueOf(root.getMessage());
        return switch (root) {
            case StylesNotLoaded _ -> new Cause(Kind.OURSELVES, "styles-not-loaded", detail);
            case NoRoom _ -> new Cause(Kind.OURSELVES, "no-memory", detail);
            case AbortedException _ -> new Cause(Kind.OURSELVES, "aborted", detail);
            case AwsServiceException answer -> new Cause(Kind.SERVICE, code(answer), detail);
            default ->
                    isOfTheSdk(thrown)
                            ? new Cause(Kind.SERVICE, "no-answer", detail)
                            : new Cause(Kind.DEFECT, "defect", String.valueOf(root));
        };
    }

    private static String code(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        String service = details == null ? "aws" : details.serviceName();
        return service.toLowerCase(Locale.ROOT) + "-" + answer.statusCode();
    }

    /// The SDK's own failures have causes of other libraries.
    private static boolean isOfTheSdk(Throwable thrown) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (one instanceof SdkException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
