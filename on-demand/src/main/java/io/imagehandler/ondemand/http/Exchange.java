package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.Identity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import org.springframework.http.HttpMethod;

/// A request that was understood, and the answer to it.
///
/// @param conditions what the client has already
/// @param keepable the longest that anybody may keep the answer
record Exchange(
        HttpServletRequest request,
        HttpServletResponse response,
        Conditions conditions,
        Duration keepable) {

    static Exchange of(
            HttpServletRequest request, HttpServletResponse response, Duration keepable) {
        return new Exchange(request, response, Conditions.of(request), keepable);
    }

    /// Whether the client wants to know all but the bytes.
    boolean isHead() {
        return request.getMethod().equals(HttpMethod.HEAD.name());
    }

    /// Which bytes the client wants; empty if it does not say.
    String range() {
        return isHead() ? "" : String.join(",", Collections.list(request.getHeaders("Range")));
    }

    /// Whether the client has other bytes of this very file, or does not care.
    boolean wantsRangeOf(Identity identity) {
        String condition = request.getHeader("If-Range");
        return condition == null
                || condition.equals('"' + identity.tag().value() + '"')
                || Conditions.date(request, "If-Range") == identity.lastModified().toEpochMilli();
    }
}
