package io.imagehandler.ondemand.admission.tomcat;

import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/// How long the head of a request has been coming, on the connection that a processor has just now.
/// For one thread at a time.
final class HeadTime {

    private static final long FOREVER = TimeUnit.DAYS.toNanos(20);

    private final long most;
    private @Nullable SocketWrapperBase<?> coming;
    private long begun;

    /// @param millis what a head may take; 0 or less: as long as it likes, as Tomcat has it
    HeadTime(int millis) {
        this.most = millis > 0 ? TimeUnit.MILLISECONDS.toNanos(millis) : FOREVER;
    }

    /// Whether a head that began on this connection should have ended.
    boolean isUp(SocketWrapperBase<?> socket) {
        return socket.equals(coming) && left() <= 0;
    }

    /// Notes what came of the bytes that were there.
    ///
    /// @param incomplete whether there was a part of a head, and not its end
    void served(SocketWrapperBase<?> socket, boolean incomplete) {
        if (!incomplete) {
            coming = null;
            return;
        }
        if (!socket.equals(coming)) {
            coming = socket;
            begun = System.nanoTime();
        }
        // Of who falls silent now, Tomcat hears nothing more but that this has passed.
        socket.setReadTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left())));
    }

    private long left() {
        return begun + most - System.nanoTime();
    }
}
