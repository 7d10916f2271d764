package io.imagehandler.rendition;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.transformation.TransformationGrammar;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// From the bytes of an original to its renditions: inspected, planned, decoded once. Safe for use
/// by many threads; works on the thread that calls, which must not be a virtual one.
public final class Renderer {

    private final Inspector inspector;
    private final Planner planner;
    private final ImageEngine engine;

    public Renderer(Inspector inspector, Planner planner, ImageEngine engine) {
        this.inspector = inspector;
        this.planner = planner;
        this.engine = engine;
    }

    /// All that is wanted of one original, in any order. What cannot be done to this original is
    /// refused alone.
    ///
    /// @throws ImageFailure if nothing can be made of this original
    public List<Rendering> render(ByteBuffer file, List<WantedRendition> wanted) {
        CheckedImage source = inspector.inspect(file);
        var renderings = new ArrayList<Rendering>();
        var planned = new ArrayList<WantedRendition>();
        var plans = new ArrayList<Plan>();
        for (WantedRendition rendition : wanted) {
            try {
                plans.add(plan(rendition, source));
                planned.add(rendition);
            } catch (ImageFailure reason) {
                renderings.add(new Refused(rendition, reason));
            }
        }
        List<EncodedImage> images = plans.isEmpty() ? List.of() : engine.render(source, plans);
        for (int i = 0; i < images.size(); i++) {
            renderings.add(new Rendered(planned.get(i), images.get(i)));
        }
        return renderings;
    }

    /// The one rendition that is wanted.
    ///
    /// @throws ImageFailure if it cannot be made of this original
    public EncodedImage render(ByteBuffer file, WantedRendition wanted) {
        CheckedImage source = inspector.inspect(file);
        return engine.render(source, List.of(plan(wanted, source))).getFirst();
    }

    /// What the rendition of that original is made of, digested. Changes with the canonical text,
    /// the class of clients and the engine's version.
    public Provenance provenance(EntityTag source, WantedRendition wanted) {
        String recipe =
                String.join(
                        "\n",
                        TransformationGrammar.canonical(wanted.transformation()),
                        wanted.key().accepts().name(),
                        engine.version());
        return new Provenance(source, digest(recipe));
    }

    private Plan plan(WantedRendition wanted, CheckedImage source) {
        return planner.plan(wanted.transformation(), wanted.key().accepts(), source.facts());
    }

    private static String digest(String recipe) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(recipe.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
