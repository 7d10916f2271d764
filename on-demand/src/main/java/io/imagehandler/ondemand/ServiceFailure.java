package io.imagehandler.ondemand;

/// This service, not the request, is why there is no picture.
final class ServiceFailure extends RuntimeException {

    private final Code code;

    private ServiceFailure(Code code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    static ServiceFailure overloaded() {
        return new ServiceFailure(Code.OVERLOADED, "too many requests are at work, try again");
    }

    static ServiceFailure timeout() {
        return new ServiceFailure(Code.TIMEOUT, "the picture was not finished in time");
    }

    Code code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
