package io.imagehandler.local.chaos.worker;

import static java.util.stream.Collectors.toMap;

import io.imagehandler.local.aws.AccessKey;
import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.s3.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The originals' bucket by another door, behind which nobody hears of what is done: the row sends
/// the events itself, as often and in whatever order it likes. Remembers what is there. Safe for
/// use by many threads as long as each has keys of its own.
final class Originals implements AutoCloseable {

    /// What [#expected] says of a key that was removed.
    static final String NONE = "";

    private final ObjectStore store;
    private final S3Client s3;
    private final S3Client heard;
    private final Map<String, String> tags = new ConcurrentHashMap<>();

    /// @param folder of all buckets
    /// @param heard the bucket's door that sends events
    Originals(Path folder, S3Client heard) throws IOException {
        this.store = ObjectStore.start(0, folder, AccessKey.LOCAL, _ -> {});
        this.s3 = Clients.s3(store.endpoint());
        this.heard = heard;
    }

    /// Without an event.
    void put(String key, byte[] bytes) {
        put(s3, key, bytes);
    }

    /// With the event that the bucket sends.
    void upload(String key, byte[] bytes) {
        put(heard, key, bytes);
    }

    /// Without an event.
    void remove(String key) {
        s3.deleteObject(delete -> delete.bucket(Names.ORIGINALS).key(key));
        tags.put(key, NONE);
    }

    /// With the event that the bucket sends.
    void delete(String key) {
        heard.deleteObject(delete -> delete.bucket(Names.ORIGINALS).key(key));
        tags.put(key, NONE);
    }

    /// Nothing is to become of what is there, since it is no picture.
    void expectNothing(String key) {
        tags.put(key, NONE);
    }

    /// The tags of all originals that there ever were under this prefix, by their keys.
    Map<String, String> expected(String prefix) {
        return tags.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void put(S3Client client, String key, byte[] bytes) {
        var tag =
                client.putObject(
                                put ->
                                        put.bucket(Names.ORIGINALS)
                                                .key(key)
                                                .contentType("image/jpeg"),
                                RequestBody.fromBytes(bytes))
                        .eTag();
        tags.put(key, tag.replace("\"", ""));
    }

    @Override
    public void close() {
        s3.close();
        store.close();
    }
}
