package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.Identity;
import io.imagehandler.ondemand.picture.Label;
import io.imagehandler.ondemand.picture.LookUps;
import io.imagehandler.ondemand.picture.Pictures;
import io.imagehandler.ondemand.picture.Target;
import io.imagehandler.rendition.ByteRange;
import io.imagehandler.rendition.OpenOriginal;
import io.imagehandler.rendition.StoredOriginal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/// Answers with originals as they are stored, whole or in part, however large they are.
final class OriginalDelivery {

    private static final String BYTES = "application/octet-stream";

    private final LookUps lookUps;
    private final Pictures pictures;
    private final Answers answers;
    private final Problems problems;

    OriginalDelivery(LookUps lookUps, Pictures pictures, Answers answers, Problems problems) {
        this.lookUps = lookUps;
        this.pictures = pictures;
        this.answers = answers;
        this.problems = problems;
    }

    void answer(Target.Stored target, Exchange exchange) throws IOException {
        exchange.response().setHeader("Accept-Ranges", "bytes");
        boolean whole =
                !exchange.isHead() && !exchange.conditions().isSaid() && exchange.range().isEmpty();
        if (whole) {
            sendWhole(target, exchange);
            return;
        }
        Label label = label(lookUps.original(target.key()));
        if (exchange.isHead() || exchange.conditions().makeDoWith(label.identity())) {
            answers.describe(target, label, exchange);
            return;
        }
        switch (wanted(label, exchange)) {
            case WantedRange.All() -> sendWhole(target, exchange);
            case WantedRange.None() -> problems.refuseRange(exchange.response(), label.length());
            case WantedRange.Some(ByteRange range) -> sendPart(target, label, range, exchange);
        }
    }

    private static WantedRange wanted(Label label, Exchange exchange) {
        return exchange.wantsRangeOf(label.identity())
                ? WantedRange.of(exchange.range(), label.length())
                : new WantedRange.All();
    }

    private void sendWhole(Target.Stored target, Exchange exchange) throws IOException {
        try (OpenOriginal original = pictures.stored(target)) {
            answers.describe(target, label(original), exchange);
            original.bytes().transferTo(exchange.response().getOutputStream());
        }
    }

    private void sendPart(Target.Stored target, Label label, ByteRange range, Exchange exchange)
            throws IOException {
        Optional<OpenOriginal> part = pictures.part(target, label.identity().tag(), range);
        if (part.isEmpty()) {
            sendWhole(target, exchange); // Another one by now, of which this is no part.
            return;
        }
        try (OpenOriginal original = part.get()) {
            answers.describe(target, label, exchange);
            HttpServletResponse response = exchange.response();
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setContentLengthLong(range.length());
            response.setHeader(
                    "Content-Range",
                    "bytes %d-%d/%d".formatted(range.first(), range.last(), label.length()));
            original.bytes().transferTo(response.getOutputStream());
        }
    }

    private static Label label(StoredOriginal original) {
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

    /// The type as it was declared at upload, if it is a picture's and of nothing but small
    /// letters, digits and a few signs.
    private static String trusted(String declared) {
        boolean plain = declared.chars().allMatch(OriginalDelivery::isPlain);
        return plain && declared.startsWith("image/") ? declared : BYTES;
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "/.+-".indexOf(c) >= 0;
    }
}
