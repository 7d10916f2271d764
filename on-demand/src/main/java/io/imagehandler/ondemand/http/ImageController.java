package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.Target;
import io.imagehandler.ondemand.picture.Targets;
import io.imagehandler.ondemand.picture.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Every URL of the service but its health. Writes the answers itself: what a picture's client
/// accepts is a matter of the request language, not of the framework.
@RestController
public final class ImageController {

    private final Targets targets;
    private final OriginalDelivery originals;
    private final PictureDelivery pictures;

    ImageController(Targets targets, OriginalDelivery originals, PictureDelivery pictures) {
        this.targets = targets;
        this.originals = originals;
        this.pictures = pictures;
    }

    @GetMapping("/**")
    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Wanted wanted = wanted(targets, request);
        var exchange = Exchange.of(request, response, wanted.keepable());
        switch (wanted.target()) {
            case Target.Stored stored -> originals.answer(stored, exchange);
            case Target.Asked asked -> pictures.answer(asked, exchange);
            case Target.Made made -> pictures.answer(made, exchange);
        }
    }

    /// @throws RuntimeException as [Targets#find]
    static Wanted wanted(Targets targets, HttpServletRequest request) {
        return targets.find(
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                String.join(",", Collections.list(request.getHeaders("Accept"))));
    }
}
