package io.imagehandler.request;

import io.imagehandler.failure.InvalidArgument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters of a query that mean something to us, decoded; every other one is ignored,
/// however it is written.
final class Parameters {

    private static final String PROCESS = "x-oss-process";
    private static final String SHORT_FORM = "im";
    private static final String SIGNATURE = "x-sig";
    private static final String EXPIRY = "x-exp";
    private static final List<String> NAMES = List.of(PROCESS, SHORT_FORM, SIGNATURE, EXPIRY);

    private final Map<String, String> values = new HashMap<>();

    private Parameters() {}

    /// @throws InvalidArgument if one of ours is given twice, in another letter case, or has a
    ///   value that is not visible ASCII once decoded
    static Parameters parse(String query) {
        var parameters = new Parameters();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            recognised(name).ifPresent(ours -> parameters.add(ours, name, value));
        }
        return parameters;
    }

    /// The one of our names that a raw name stands for in any letter case.
    private static Optional<String> recognised(String rawName) {
        // No name of ours is so short or so long, and most names of others are: no work for them.
        if (rawName.length() < SHORT_FORM.length() || rawName.length() > 3 * PROCESS.length()) {
            return Optional.empty();
        }
        // Beyond ASCII there are letters whose other case is one of ours.
        return decoded(rawName)
                .filter(name -> name.chars().allMatch(c -> c < 0x80))
                .flatMap(name -> NAMES.stream().filter(name::equalsIgnoreCase).findFirst());
    }

    private static Optional<String> decoded(String rawName) {
        if (rawName.indexOf('%') < 0) {
            return Optional.of(rawName);
        }
        try {
            return Optional.of(PercentCode.decode(rawName, "query"));
        } catch (InvalidArgument _) {
            return Optional.empty(); // Not ours, so its being malformed is not our business.
        }
    }

    private void add(String name, String rawName, String rawValue) {
        if (!PercentCode.decode(rawName, name).equals(name)) {
            throw new InvalidArgument(name, rawName, name, "is in another letter case");
        }
        String value = PercentCode.decode(rawValue, name);
        if (!value.chars().allMatch(c -> c >= 0x21 && c <= 0x7E)) {
            throw new InvalidArgument(name, rawValue, "ASCII 0x21 to 0x7E", "is not visible ASCII");
        }
        if (values.putIfAbsent(name, value) != null) {
            throw new InvalidArgument(name, rawValue, "it once", "is given twice");
        }
    }

    /// The value of `x-oss-process`; empty if it is not given.
    String process() {
        return values.getOrDefault(PROCESS, "");
    }

    /// The value of `im`; empty if it is not given.
    String shortForm() {
        return values.getOrDefault(SHORT_FORM, "");
    }

    /// The value of `x-sig`; empty if it is not given.
    String signature() {
        return values.getOrDefault(SIGNATURE, "");
    }

    /// The value of `x-exp`; empty if it is not given.
    String expiry() {
        return values.getOrDefault(EXPIRY, "");
    }
}
