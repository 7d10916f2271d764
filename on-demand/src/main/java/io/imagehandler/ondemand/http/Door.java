package io.imagehandler.ondemand.http;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.ondemand.admission.ServiceFailure;
import io.imagehandler.ondemand.picture.Pictures;
import io.imagehandler.ondemand.picture.Targets;
import io.imagehandler.style.StylesNotLoaded;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/// Sends away for whom there is no place, before anything else is done about them: where ten times
/// as many come as can be served, what it takes to refuse nine is missing for the tenth. All others
/// go on to where it is decided anyway; this alone decides nothing.
final class Door extends HttpFilter {

    private final transient Targets targets;
    private final transient Pictures pictures;
    private final transient Problems problems;

    Door(Targets targets, Pictures pictures, Problems problems) {
        this.targets = targets;
        this.pictures = pictures;
        this.problems = problems;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<ServiceFailure> refusal =
                pictures.isClosed() ? refusal(request) : Optional.empty();
        if (refusal.isPresent()) {
            problems.refuse(response, Code.of(refusal.get()), refusal.get().detail());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<ServiceFailure> refusal(HttpServletRequest request) {
        // Who has it already, or wants no bytes, may be answered without a place.
        if (!request.getMethod().equals(HttpMethod.GET.name()) || Conditions.of(request).isSaid()) {
            return Optional.empty();
        }
        try {
            return pictures.refusal(ImageController.wanted(targets, request).target());
        } catch (ImageFailure | StylesNotLoaded _) {
            return Optional.empty(); // which will be found again, and answered
        }
    }
}
