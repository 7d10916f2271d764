package io.imagehandler.local.service;

import java.io.IOException;

/// Ends a service when the process that started it is gone, however that one ended. It is loaded as
/// an agent, so that the service itself is the very jar that is deployed.
public final class Tether {

    private Tether() {}

    /// Watches the standard input: the other end is the starter's, and closes with it.
    public static void premain(String arguments) {
        Thread.ofPlatform().name("tether").daemon().start(Tether::endWithStarter);
    }

    private static void endWithStarter() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever sent
            }
        } catch (IOException e) {
            System.err.println("the starter cannot be watched: " + e);
        }
        System.exit(0);
    }
}
