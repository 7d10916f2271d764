package io.imagehandler.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports for servers that want to be told one.
public final class FreePort {

    private FreePort() {}

    /// A port of loopback that nobody listens on now.
    public static int any() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
