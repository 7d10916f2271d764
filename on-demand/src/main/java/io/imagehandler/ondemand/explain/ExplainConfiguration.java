package io.imagehandler.ondemand.explain;

import io.imagehandler.ondemand.picture.Pictures;
import io.imagehandler.ondemand.picture.Targets;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.signature.SigningMode;
import io.imagehandler.signature.Verification;
import io.imagehandler.style.Styles;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the explanations.
@Configuration(proxyBeanMethods = false)
public class ExplainConfiguration {

    private static final Verification NONE_NEEDED =
            new Verification(
                    new Verification.Policy(SigningMode.OFF, Set.of()),
                    _ -> Optional.empty(),
                    InstantSource.system());

    @Bean
    ExplainEndpoint explainEndpoint(
            Targets targets,
            Styles styles,
            Originals originals,
            Renditions renditions,
            Renderer renderer,
            Pictures pictures) {
        var unverified = new Targets(styles, NONE_NEEDED);
        return new ExplainEndpoint(
                new Explainer(targets, unverified, originals, renditions, renderer, pictures));
    }
}
