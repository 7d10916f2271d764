package io.imagehandler.local;

import io.imagehandler.local.edge.Deployment;
import io.imagehandler.local.edge.KeyValueStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// Which URLs the edge wants signed, and the secret for it. Never prints the secret.
///
/// @param mode which URLs must be signed
/// @param secret of the only key; kept in the folder of everything else
record SignedUrls(Settings.Signing mode, String secret) {

    /// The id of the key.
    static final String KEY_ID = "k1";

    /// The file of the secret, in the folder of everything else.
    static final String FILE = "signing-secret";

    private static final int SECRET_BYTES = 33;

    /// What nobody needs to sign.
    static SignedUrls none() {
        return new SignedUrls(Settings.Signing.OFF, "");
    }

    /// @throws IOException if the secret can neither be read nor made
    static SignedUrls of(Settings settings) throws IOException {
        return switch (settings.signing()) {
            case OFF -> none();
            case AD_HOC, ALL ->
                    new SignedUrls(settings.signing(), secret(settings.data().resolve(FILE)));
        };
    }

    private static String secret(Path file) throws IOException {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            var onlyMine = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(onlyMine));
            Files.writeString(file, fresh + "\n");
        } catch (FileAlreadyExistsException _) {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        }
        return fresh;
    }

    /// What is filled into the function.
    Deployment deployment() {
        return switch (mode) {
            case OFF -> Deployment.OPEN;
            case AD_HOC -> new Deployment("ad-hoc", Set.of());
            case ALL -> new Deployment("all", Set.of());
        };
    }

    /// The same store with the key in it.
    KeyValueStore beside(KeyValueStore styles) {
        return key ->
                !secret.isEmpty() && key.equals("key:" + KEY_ID)
                        ? Optional.of(secret)
                        : styles.get(key);
    }

    @Override
    public String toString() {
        return "SignedUrls[" + mode + "]";
    }
}
