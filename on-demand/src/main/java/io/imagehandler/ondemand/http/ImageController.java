package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.Pictures;
import io.imagehandler.ondemand.picture.Target;
import io.imagehandler.ondemand.picture.Targets;
import io.imagehandler.rendition.OpenOriginal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Every URL of the service but its health. Writes the answers itself: what a picture's client
/// accepts is a matter of the request language, not of the framework.
@RestController
public final class ImageController {

    private final Targets targets;
    private final Pictures pictures;

    ImageController(Targets targets, Pictures pictures) {
        this.targets = targets;
        this.pictures = pictures;
    }

    @GetMapping("/**")
    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (target(request)) {
            case Target.Asked asked -> Answers.send(pictures.told(asked), request, response);
            case Target.Made made -> Answers.send(pictures.made(made), request, response);
            case Target.Stored stored -> {
                try (OpenOriginal original = pictures.stored(stored)) {
                    Answers.send(original, request, response);
                }
            }
        }
    }

    /// Without this, the framework would answer it with 200.
    @RequestMapping(path = "/**", method = RequestMethod.OPTIONS)
    void refuseOptions(HttpServletResponse response) throws IOException {
        Problems.refuseMethod(response);
    }

    private Target target(HttpServletRequest request) {
        return targets.find(
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                String.join(",", Collections.list(request.getHeaders("Accept"))));
    }
}
