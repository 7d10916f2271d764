package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.aws.Names;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import software.amazon.awssdk.services.s3.S3Client;

/// Whether renditions are what they must be: those that one worker made of the same picture when it
/// had nothing else to do. Safe for use by many threads.
final class Proof {

    private static final Map<String, String> SIZES =
            Map.of("card", "320x240", "thumb", "200x200", "thumb.webp", "200x200");

    /// By the tag of the original, for all rows of a run.
    private static final Map<String, Map<String, Made>> KNOWN = new ConcurrentHashMap<>();

    /// A rendition.
    private record Made(String sourceTag, String styleHash, String digest) {}

    private final S3Client s3;

    Proof(S3Client s3) {
        this.s3 = s3;
    }

    static boolean isLearnt() {
        return !KNOWN.isEmpty();
    }

    /// From now on renditions are to be as those of these originals.
    ///
    /// @throws IOException if they do not decode or are of other sizes
    void learn(Map<String, String> originals) throws IOException {
        for (var original : originals.entrySet()) {
            requireSizes(original.getKey());
            KNOWN.put(original.getValue(), made("_r/s/" + original.getKey() + "/"));
        }
    }

    /// @param originals the tags by the keys, as in [Originals#expected]
    Tally of(Map<String, String> originals) {
        return originals.entrySet().parallelStream()
                .map(original -> of(original.getKey(), original.getValue()))
                .reduce(Tally.NOBODY, Tally::plus);
    }

    /// How many renditions there are of such originals.
    long count(String prefix) {
        return s3
                .listObjectsV2Paginator(list -> list.bucket(Names.DERIVED).prefix("_r/s/" + prefix))
                .contents()
                .stream()
                .count();
    }

    /// What is stored for originals by what somebody asked for, though they are other ones by now.
    ///
    /// @param originals the tags by the keys
    List<String> strays(Map<String, String> originals) {
        return originals.entrySet().stream()
                .flatMap(original ->
                        made("_r/x/" + original.getKey() + "/").entrySet().stream()
                                .filter(one ->
                                        !one.getValue().sourceTag().equals(original.getValue()))
                                .map(one -> original.getKey() + "/" + one.getKey()))
                .toList();
    }

    /// How many objects there are beside the originals.
    long objects() {
        return s3.listObjectsV2Paginator(list -> list.bucket(Names.DERIVED)).contents().stream()
                .count();
    }

    private Tally of(String key, String tag) {
        var made = made("_r/s/" + key + "/");
        var right = KNOWN.getOrDefault(tag, Map.of());
        if (made.equals(right)) {
            return new Tally(1, 0, 0, 0);
        }
        System.out.printf("    %s of %s has %s%n", key, tag, made);
        if (made.values().stream().anyMatch(one -> !one.sourceTag().equals(tag))) {
            return new Tally(0, 0, 1, 0);
        }
        return made.keySet().containsAll(right.keySet())
                ? new Tally(0, 0, 0, 1)
                : new Tally(0, 1, 0, 0);
    }

    private Map<String, Made> made(String prefix) {
        var made = new HashMap<String, Made>();
        var list = s3.listObjectsV2(ask -> ask.bucket(Names.DERIVED).prefix(prefix).delimiter("/"));
        for (var object : list.contents()) {
            var stored = s3.getObjectAsBytes(get -> get.bucket(Names.DERIVED).key(object.key()));
            var metadata = stored.response().metadata();
            made.put(
                    object.key().substring(prefix.length()),
                    new Made(
                            metadata.getOrDefault("source-etag", ""),
                            metadata.getOrDefault("style-hash", ""),
                            digest(stored.asByteArray())));
        }
        return made;
    }

    private void requireSizes(String key) throws IOException {
        for (var size : SIZES.entrySet()) {
            var path = "_r/s/%s/%s".formatted(key, size.getKey());
            var file = s3.getObjectAsBytes(get -> get.bucket(Names.DERIVED).key(path));
            var picture = ImageIO.read(new ByteArrayInputStream(file.asByteArray()));
            var found =
                    picture == null ? "no picture" : picture.getWidth() + "x" + picture.getHeight();
            if (!found.equals(size.getValue())) {
                throw new IOException("%s is %s, not %s".formatted(path, found, size.getValue()));
            }
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
