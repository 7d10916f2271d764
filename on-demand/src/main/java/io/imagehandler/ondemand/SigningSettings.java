package io.imagehandler.ondemand;

import io.imagehandler.config.WrongSetting;
import io.imagehandler.request.RequestKind;
import io.imagehandler.signature.KeyFile;
import io.imagehandler.signature.KeyRing;
import io.imagehandler.signature.SigningKeys;
import io.imagehandler.signature.SigningMode;
import io.imagehandler.signature.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may ask for what, where viewers ask this service itself. Behind the edge nothing of this is
/// needed: the edge has verified what it asks for.
///
/// @param mode which requests need a signature; others than `off` need a key
/// @param keys secrets by the ids of their keys, at most 8, no two the same; 32 to 512 characters
/// @param keyFile instead of `keys`: a file with one `<id>=<secret>` a line, which is read again
///   while the service runs; blank if there is none
/// @param forbidden the kinds of requests that are never served
record SigningSettings(
        @DefaultValue("off") SigningMode mode,
        @DefaultValue Map<String, String> keys,
        @DefaultValue("") String keyFile,
        @DefaultValue Set<RequestKind> forbidden) {

    private static final String PREFIX = "image-handler.signing.";

    SigningSettings {
        keys = Map.copyOf(keys);
        forbidden = Set.copyOf(forbidden);
        require(
                keys.isEmpty() || keyFile.isBlank(),
                "keys and image-handler.signing.key-file must not both be set");
        require(
                mode == SigningMode.OFF || !keys.isEmpty() || !keyFile.isBlank(),
                "keys or image-handler.signing.key-file must be set where mode is " + mode);
    }

    /// @throws WrongSetting if the keys cannot be; tells no secret
    Verification verification() {
        return new Verification(
                new Verification.Policy(mode, forbidden), signingKeys(), InstantSource.system());
    }

    private SigningKeys signingKeys() {
        try {
            return keyFile.isBlank()
                    ? KeyRing.of(keys)
                    : KeyFile.open(Path.of(keyFile), InstantSource.system());
        } catch (IllegalArgumentException wrong) {
            String name = keyFile.isBlank() ? "keys" : "key-file";
            throw new WrongSetting(PREFIX + name + ": " + wrong.getMessage());
        } catch (IOException unreadable) {
            throw new WrongSetting(
                    PREFIX + "key-file must name a file that can be read but is " + keyFile);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new WrongSetting(PREFIX + otherwise);
        }
    }

    /// Without the secrets.
    @Override
    public String toString() {
        return "SigningSettings[mode=%s, keys=%s, keyFile=%s, forbidden=%s]"
                .formatted(mode, keys.keySet(), keyFile, forbidden);
    }
}
