package io.imagehandler.ondemand.admission.tomcat;

import java.io.IOException;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Tomcat's HTTP/1.1, but for two things: while a request is served, its thread knows the
/// connection that it came by; and the whole head of a request must come within the connection's
/// time-out, which Tomcat itself gives to each byte. Made by Tomcat, by its name.
public final class WatchedProtocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
        return new Watched(this);
    }

    /// For one connection at a time.
    private static final class Watched extends Http11Processor {

        private final HeadTime headTime;

        private Watched(WatchedProtocol protocol) {
            super(protocol, protocol.getAdapter());
            this.headTime = new HeadTime(protocol.getConnectionTimeout());
        }

        /// Called whenever something came, be it one byte of a head.
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            if (headTime.isUp(socket)) {
                return SocketState.CLOSED;
            }
            SocketState state =
                    ScopedValue.where(Connection.SERVED, new Connection(socket))
                            .<SocketState, IOException>call(() -> super.service(socket));
            headTime.served(socket, state == SocketState.LONG && !isAsync());
            return state;
        }
    }
}
