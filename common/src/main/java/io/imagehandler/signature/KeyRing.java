package io.imagehandler.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The keys that are valid at a time: at most [#MOST_KEYS], no two of them with one secret, for
/// then an id that is withdrawn would go on under the other.
public final class KeyRing implements SigningKeys {

    /// The most keys at a time; two are enough to change them.
    public static final int MOST_KEYS = 8;

    private final List<SigningKey> keys;

    private KeyRing(List<SigningKey> keys) {
        this.keys = keys;
    }

    /// @param secrets by id, see [SigningKey#of]
    /// @throws IllegalArgumentException if one cannot be, there are too many, or two have one
    ///   secret; tells no secret
    public static KeyRing of(Map<String, String> secrets) {
        if (secrets.size() > MOST_KEYS) {
            throw new IllegalArgumentException(
                    "there must be at most %d keys but there are %d"
                            .formatted(MOST_KEYS, secrets.size()));
        }
        List<SigningKey> keys =
                secrets.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> SigningKey.of(entry.getKey(), entry.getValue()))
                        .toList();
        for (int i = 1; i < keys.size(); i++) {
            requireOwnSecret(keys.get(i), keys.subList(0, i));
        }
        return new KeyRing(keys);
    }

    private static void requireOwnSecret(SigningKey key, List<SigningKey> others) {
        others.stream()
                .filter(key::hasSecretOf)
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException(
                            "keys '%s' and '%s' must have different secrets but have the same"
                                    .formatted(other.id(), key.id()));
                });
    }

    @Override
    public Optional<SigningKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /// In the order of the alphabet.
    Set<String> ids() {
        var ids = new TreeSet<String>();
        keys.forEach(key -> ids.add(key.id()));
        return ids;
    }

    @Override
    public String toString() {
        return "KeyRing" + ids();
    }
}
