package io.imagehandler.ondemand.observation;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// The outermost of what a request goes through: it has a [RequestRecord] from here on, and is told
/// of exactly once, whatever becomes of it.
public final class RequestValve extends ValveBase {

    /// Of every answer.
    public static final String REQUEST_ID = "X-Request-Id";

    /// The status, known to nobody but our log, of a request whose client left before an answer.
    public static final int CLIENT_GONE = 499;

    private final RequestListener listener;

    public RequestValve(RequestListener listener) {
        super(true);
        this.listener = listener;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var record = new RequestRecord();
        response.setHeader(REQUEST_ID, record.requestId());
        try (var _ = record.bind()) {
            getNext().invoke(request, response);
        } finally {
            listener.ended(record.told(), sent(request, response));
        }
    }

    private static Sent sent(Request request, Response response) {
        boolean gone =
                response.getStatus() == CLIENT_GONE
                        || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
                                instanceof ClientAbortException;
        return new Sent(
                Objects.requireNonNullElse(request.getMethod(), ""),
                Objects.requireNonNullElse(request.getRequestURI(), ""),
                response.getStatus(),
                response.getContentWritten(),
                gone);
    }
}
