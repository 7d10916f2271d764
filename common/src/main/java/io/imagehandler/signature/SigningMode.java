package io.imagehandler.signature;

import io.imagehandler.request.RequestKind;

/// Which requests need a signature.
public enum SigningMode {
    /// None.
    OFF,
    /// Those whose picture nobody has named: originals and styles are free.
    AD_HOC,
    /// Every one.
    ALL;

    boolean concerns(RequestKind kind) {
        return switch (this) {
            case OFF -> false;
            case AD_HOC -> kind == RequestKind.AD_HOC;
            case ALL -> true;
        };
    }
}
