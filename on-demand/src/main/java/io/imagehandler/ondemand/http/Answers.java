package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.Identity;
import io.imagehandler.ondemand.picture.Label;
import io.imagehandler.ondemand.picture.Picture;
import io.imagehandler.rendition.OpenOriginal;
import io.imagehandler.rendition.StoredOriginal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;

/// Answers with a picture.
final class Answers {

    /// A minute for the edge, which then finds the stored rendition; a day for browsers.
    private static final String CACHE_CONTROL = "public, max-age=86400, s-maxage=60";

    private static final String BYTES = "application/octet-stream";

    private Answers() {}

    static void send(Picture picture, HttpServletResponse response) throws IOException {
        describe(picture.label(), response);
        Channels.newChannel(response.getOutputStream()).write(picture.bytes());
    }

    static void send(OpenOriginal original, HttpServletResponse response) throws IOException {
        describe(label(original), response);
        original.bytes().transferTo(response.getOutputStream());
    }

    /// All of an answer but its body.
    static void describe(Label label, HttpServletResponse response) {
        identify(label.identity(), response);
        response.setContentType(label.mediaType());
        response.setContentLengthLong(label.length());
    }

    /// Says that the client has it already.
    static void sendNothing(Identity identity, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        identify(identity, response);
    }

    static Label label(StoredOriginal original) {
        return new Label(
                new Identity(original.tag(), original.lastModified(), false),
                trusted(original.contentType()),
                original.length());
    }

    private static Label label(OpenOriginal original) {
        return new Label(
                new Identity(original.tag(), original.lastModified(), false),
                trusted(original.contentType()),
                original.length());
    }

    /// What every answer with a picture has, even if it says that nothing has changed.
    private static void identify(Identity identity, HttpServletResponse response) {
        Guards.add(response);
        response.setHeader("Cache-Control", CACHE_CONTROL);
        response.setHeader("ETag", '"' + identity.tag().value() + '"');
        response.setDateHeader("Last-Modified", identity.lastModified().toEpochMilli());
        if (identity.negotiated()) {
            response.setHeader("Vary", "Accept");
        }
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
