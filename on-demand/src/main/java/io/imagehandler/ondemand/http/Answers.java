package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.Identity;
import io.imagehandler.ondemand.picture.Label;
import io.imagehandler.ondemand.picture.Picture;
import io.imagehandler.ondemand.picture.Target;
import io.imagehandler.rendition.OriginalKey;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;

/// Answers with a picture.
final class Answers {

    private final CachingSettings caching;

    Answers(CachingSettings caching) {
        this.caching = caching;
    }

    /// A picture, or as much of the answer as the client needs.
    void send(Target target, Picture picture, Exchange exchange) throws IOException {
        boolean known = exchange.conditions().makeDoWith(picture.identity());
        describe(target, picture.label(), exchange);
        if (!known && !exchange.isHead()) {
            Channels.newChannel(exchange.response().getOutputStream()).write(picture.bytes());
        }
    }

    /// All of an answer but its body, or that the client needs none.
    void describe(Target target, Label label, Exchange exchange) {
        if (exchange.conditions().makeDoWith(label.identity())) {
            sendNothing(target, label.identity(), exchange);
            return;
        }
        identify(target, label.identity(), exchange);
        HttpServletResponse response = exchange.response();
        response.setContentType(label.mediaType());
        response.setContentLengthLong(label.length());
        var name = FileName.of(original(target), label.mediaType());
        response.setHeader("Content-Disposition", name.disposition());
    }

    /// Says that the client has it already.
    void sendNothing(Target target, Identity identity, Exchange exchange) {
        exchange.response().setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        identify(target, identity, exchange);
    }

    /// What every answer about a picture has, even if it says that nothing has changed.
    private void identify(Target target, Identity identity, Exchange exchange) {
        HttpServletResponse response = exchange.response();
        Lifetime lifetime = lifetime(target).atMost(exchange.keepable());
        response.setHeader("Cache-Control", lifetime.cacheControl());
        response.setHeader("ETag", '"' + identity.tag().value() + '"');
        response.setDateHeader("Last-Modified", identity.lastModified().toEpochMilli());
        if (identity.negotiated()) {
            Guards.varies(response, "Accept");
        }
    }

    private Lifetime lifetime(Target target) {
        return switch (target) {
            case Target.Stored _ -> Lifetime.of(caching.originals());
            case Target.Asked _ -> new Lifetime(caching.answers(), caching.sharedAnswers());
            case Target.Made _ -> new Lifetime(caching.renditions(), caching.sharedRenditions());
        };
    }

    private static OriginalKey original(Target target) {
        return switch (target) {
            case Target.Stored stored -> stored.key();
            case Target.Asked asked -> asked.original();
            case Target.Made made -> made.original();
        };
    }
}
