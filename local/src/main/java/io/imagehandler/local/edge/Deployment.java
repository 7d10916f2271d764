package io.imagehandler.local.edge;

import java.util.Set;

/// What is filled into the function when it is deployed.
///
/// @param signing which requests need a signature: `off`, `ad-hoc` or `all`
/// @param forbidden what is never served: any of `originals`, `styles` and `ad-hoc`
public record Deployment(String signing, Set<String> forbidden) {

    /// Everything is served to everybody.
    public static final Deployment OPEN = new Deployment("off", Set.of());

    public Deployment {
        if (!Set.of("off", "ad-hoc", "all").contains(signing)) {
            throw new IllegalArgumentException(
                    "signing must be off, ad-hoc or all but is " + signing);
        }
        forbidden = Set.copyOf(forbidden);
    }

    String fillIn(String code) {
        return code.replace("${signing}", signing)
                .replace("${forbidden}", String.join(" ", forbidden));
    }
}
