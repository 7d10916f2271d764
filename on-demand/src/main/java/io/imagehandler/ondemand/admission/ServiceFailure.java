package io.imagehandler.ondemand.admission;

/// This service, not the request, is why there is no picture.
public final class ServiceFailure extends RuntimeException {

    private final Reason reason;

    private ServiceFailure(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /// Why there is no picture.
    public enum Reason {
        /// There is no capacity now.
        OVERLOADED,
        /// The time was up.
        TIMEOUT
    }

    public static ServiceFailure overloaded() {
        return new ServiceFailure(Reason.OVERLOADED, "too many requests are at work, try again");
    }

    public static ServiceFailure timeout() {
        return new ServiceFailure(Reason.TIMEOUT, "the picture was not finished in time");
    }

    public Reason reason() {
        return reason;
    }

    /// The reason in words for the client, one sentence without a full stop.
    public String detail() {
        return String.valueOf(getMessage());
    }
}
