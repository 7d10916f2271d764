package io.imagehandler.ondemand.http;

import jakarta.servlet.RequestDispatcher;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;

/// How much a request sent before its body.
///
/// @param target the path and query as received, in bytes
/// @param fields the number of header fields
/// @param fieldBytes what they take, in bytes
record RequestSize(int target, int fields, int fieldBytes) {

    private static final int LONGEST_TARGET = 8_192;
    private static final int MOST_FIELDS = 50;
    private static final int MOST_FIELD_BYTES = 8_192;

    /// The colon, the space and the line's end.
    private static final int AROUND_A_FIELD = 4;

    /// All that Tomcat has to tell it by.
    private static final String TOO_LARGE =
            StringManager.getManager(Http11InputBuffer.class)
                    .getString("iib.requestheadertoolarge.error");

    static RequestSize of(Request request) {
        String path = Objects.requireNonNullElse(request.getRequestURI(), "");
        String query = request.getQueryString();
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        int bytes = 0;
        for (int i = 0; i < headers.size(); i++) {
            bytes +=
                    headers.getName(i).getLength()
                            + headers.getValue(i).getLength()
                            + AROUND_A_FIELD;
        }
        int target = path.length() + (query == null ? 0 : 1 + query.length());
        return new RequestSize(target, headers.size(), bytes);
    }

    /// Which limit it exceeds, if any.
    Optional<Code> excess() {
        if (target > LONGEST_TARGET) {
            return Optional.of(Code.URI_TOO_LONG);
        }
        return fields > MOST_FIELDS || fieldBytes > MOST_FIELD_BYTES
                ? Optional.of(Code.HEADER_FIELDS_TOO_LARGE)
                : Optional.empty();
    }

    /// Which limit a request exceeds that Tomcat gave up reading, if its size was why.
    static Optional<Code> ofUnread(Request request) {
        boolean tooLarge =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable why
                        && TOO_LARGE.equals(why.getMessage());
        if (!tooLarge) {
            return Optional.empty();
        }
        // Set once its end was seen.
        boolean targetWasRead = !request.getCoyoteRequest().requestURI().isNull();
        return Optional.of(targetWasRead ? Code.HEADER_FIELDS_TOO_LARGE : Code.URI_TOO_LONG);
    }
}
