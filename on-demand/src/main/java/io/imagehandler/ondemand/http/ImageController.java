package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.Label;
import io.imagehandler.ondemand.picture.LookUps;
import io.imagehandler.ondemand.picture.Picture;
import io.imagehandler.ondemand.picture.Pictures;
import io.imagehandler.ondemand.picture.Target;
import io.imagehandler.ondemand.picture.Targets;
import io.imagehandler.rendition.OpenOriginal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Every URL of the service but its health. Writes the answers itself: what a picture's client
/// accepts is a matter of the request language, not of the framework.
@RestController
public final class ImageController {

    private final Targets targets;
    private final LookUps lookUps;
    private final Pictures pictures;

    ImageController(Targets targets, LookUps lookUps, Pictures pictures) {
        this.targets = targets;
        this.lookUps = lookUps;
        this.pictures = pictures;
    }

    @GetMapping("/**")
    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var conditions = Conditions.of(request);
        boolean head = request.getMethod().equals(HttpMethod.HEAD.name());
        switch (target(request)) {
            case Target.Stored stored -> stored(stored, conditions, head, response);
            case Target.Asked asked -> asked(asked, conditions, head, response);
            case Target.Made made -> made(made, conditions, head, response);
        }
    }

    /// Without this, the framework would answer it with 200.
    @RequestMapping(path = "/**", method = RequestMethod.OPTIONS)
    void refuseOptions(HttpServletResponse response) throws IOException {
        Problems.refuseMethod(response);
    }

    private void stored(
            Target.Stored target, Conditions conditions, boolean head, HttpServletResponse response)
            throws IOException {
        if (head || conditions.isSaid()) {
            Label label = Answers.label(lookUps.original(target.key()));
            if (conditions.makeDoWith(label.identity())) {
                Answers.sendNothing(label.identity(), response);
                return;
            }
            if (head) {
                Answers.describe(label, response);
                return;
            }
        }
        try (OpenOriginal original = pictures.stored(target)) {
            Answers.send(original, response);
        }
    }

    private void asked(
            Target.Asked target, Conditions conditions, boolean head, HttpServletResponse response)
            throws IOException {
        if (conditions.isSaid()) {
            var identity = lookUps.identity(target);
            if (conditions.know(identity)) {
                Answers.sendNothing(identity, response);
                return;
            }
        }
        send(pictures.told(target), conditions, head, response);
    }

    private void made(
            Target.Made target, Conditions conditions, boolean head, HttpServletResponse response)
            throws IOException {
        if (head || conditions.isSaid()) {
            LookUps.Prospect prospect = lookUps.prospect(target);
            if (conditions.know(prospect.identity())) {
                Answers.sendNothing(prospect.identity(), response);
                return;
            }
            Optional<Label> stored = head ? lookUps.stored(target, prospect) : Optional.empty();
            if (stored.isPresent()) {
                describe(stored.get(), conditions, response);
                return;
            }
        }
        send(pictures.made(target), conditions, head, response);
    }

    private static void send(
            Picture picture, Conditions conditions, boolean head, HttpServletResponse response)
            throws IOException {
        if (head || conditions.makeDoWith(picture.identity())) {
            describe(picture.label(), conditions, response);
        } else {
            Answers.send(picture, response);
        }
    }

    private static void describe(Label label, Conditions conditions, HttpServletResponse response) {
        if (conditions.makeDoWith(label.identity())) {
            Answers.sendNothing(label.identity(), response);
        } else {
            Answers.describe(label, response);
        }
    }

    private Target target(HttpServletRequest request) {
        return targets.find(
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                String.join(",", Collections.list(request.getHeaders("Accept"))));
    }
}
