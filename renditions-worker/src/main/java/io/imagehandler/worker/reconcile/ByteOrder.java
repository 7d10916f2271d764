package io.imagehandler.worker.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// The order in which stores list keys.
final class ByteOrder {

    private ByteOrder() {}

    /// By the bytes in UTF-8. That of `String` differs where there are surrogates.
    static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
