package io.imagehandler.ondemand.admission.tomcat;

import java.io.IOException;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Tomcat's HTTP/1.1, but for one thing: while a request is served, its thread knows the connection
/// that it came by. Made by Tomcat, by its name.
public final class WatchedProtocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
        return new Watched(this);
    }

    private static final class Watched extends Http11Processor {

        private Watched(WatchedProtocol protocol) {
            super(protocol, protocol.getAdapter());
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            return ScopedValue.where(Connection.SERVED, new Connection(socket))
                    .<SocketState, IOException>call(() -> super.service(socket));
        }
    }
}
