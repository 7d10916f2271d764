package io.imagehandler.infra;

import io.imagehandler.infra.settings.Context;
import io.imagehandler.infra.settings.ImageServiceSettings;
import io.imagehandler.infra.settings.WrongContext;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;

/// What the CDK's command line runs: makes the templates, without a network, credentials or Docker.
public final class ImageHandlerApp {

    private ImageHandlerApp() {}

    public static void main(String[] arguments) {
        var app = new App();
        try {
            build(app);
        } catch (WrongContext wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
        }
        app.synth();
    }

    /// The service's stack, with what goes with it, as the app's context has it.
    ///
    /// @throws WrongContext if a setting cannot be
    static ImageHandlerStack build(App app) {
        var settings = ImageServiceSettings.from(new Context(context(app)));
        if (settings.delivery().rateLimit() > 0) {
            new FirewallStack(app, settings);
        }
        return new ImageHandlerStack(app, settings);
    }

    private static Map<String, Object> context(App app) {
        var context = new HashMap<String, Object>();
        if (app.getNode().getAllContext() instanceof Map<?, ?> all) {
            all.forEach((name, value) -> context.put(String.valueOf(name), value));
        }
        return context;
    }
}
