package io.imagehandler.ondemand.admission.tomcat;

import io.imagehandler.ondemand.admission.Client;
import java.io.IOException;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// The client on the other end of a connection. For the thread of its request, and only while that
/// request is served: at other times the connection is Tomcat's.
///
/// A client that closes only its half of the connection and still reads is taken for gone, as it is
/// by other servers: there is no telling them apart before something was sent.
public final class Connection implements Client {

    static final ScopedValue<Connection> SERVED = ScopedValue.newInstance();

    private final SocketWrapperBase<?> socket;
    private boolean gone;

    Connection(SocketWrapperBase<?> socket) {
        this.socket = socket;
    }

    /// The client whose request the current thread serves. One who never leaves, where it serves
    /// none, or one that did not come by HTTP/1.
    public static Client current() {
        return SERVED.isBound() ? SERVED.get() : () -> false;
    }

    /// Looks whether there is something to read, which fails at the end of what the client sends.
    /// What there is stays in the buffer of the connection, where Tomcat will find it as the next
    /// request; behind it, no end is seen.
    @Override
    public boolean isGone() {
        if (!gone) {
            try {
                var _ = socket.isReadyForRead();
            } catch (IOException left) {
                gone = true;
            }
        }
        return gone;
    }
}
