package io.imagehandler.ondemand.admission;

/// The client has left while it waited: there is nobody to answer.
public final class ClientGone extends RuntimeException {

    ClientGone() {
        super("the client has left", null, false, false);
    }
}
