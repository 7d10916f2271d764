package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.Picture;
import io.imagehandler.rendition.OpenOriginal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/// Answers with a picture.
final class Answers {

    /// A minute for the edge, which then finds the stored rendition; a day for browsers.
    private static final String CACHE_CONTROL = "public, max-age=86400, s-maxage=60";

    private static final String BYTES = "application/octet-stream";

    private Answers() {}

    static void send(Picture picture, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (picture.negotiated()) {
            response.setHeader("Vary", "Accept");
        }
        if (prepare(request, response, picture.tag())) {
            response.setContentType(picture.mediaType());
            response.setContentLength(picture.bytes().remaining());
            if (wantsBody(request)) {
                write(picture, response.getOutputStream());
            }
        }
    }

    static void send(
            OpenOriginal original, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (prepare(request, response, '"' + original.tag().value() + '"')) {
            response.setContentType(trusted(original.contentType()));
            response.setContentLengthLong(original.length());
            response.setDateHeader("Last-Modified", original.lastModified().toEpochMilli());
            if (wantsBody(request)) {
                original.bytes().transferTo(response.getOutputStream());
            }
        }
    }

    /// Sets what every picture's answer has.
    ///
    /// @return whether the client needs the picture; otherwise it has it already
    private static boolean prepare(
            HttpServletRequest request, HttpServletResponse response, String tag) {
        response.setHeader("Cache-Control", CACHE_CONTROL);
        response.setHeader("ETag", tag);
        Guards.add(response);
        boolean known = isKnown(request.getHeader("If-None-Match"), tag);
        response.setStatus(known ? HttpServletResponse.SC_NOT_MODIFIED : HttpServletResponse.SC_OK);
        return !known;
    }

    private static boolean isKnown(@Nullable String tags, String tag) {
        return tags != null
                && Arrays.stream(tags.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known ->
                                known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }

    private static boolean wantsBody(HttpServletRequest request) {
        return !request.getMethod().equals(HttpMethod.HEAD.name());
    }

    private static void write(Picture picture, OutputStream out) throws IOException {
        Channels.newChannel(out).write(picture.bytes());
    }

    /// The type as it was declared at upload, if it is a picture's and of nothing but small
    /// letters, digits and a few signs.
    private static String trusted(String declared) {
        boolean plain = declared.chars().allMatch(Answers::isPlain);
        return plain && declared.startsWith("image/") ? declared : BYTES;
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "/.+-".indexOf(c) >= 0;
    }
}
