package io.imagehandler.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.local.aws.AccessKey;
import io.imagehandler.local.aws.Clients;
import io.imagehandler.rendition.s3.S3Listing;
import io.imagehandler.rendition.upkeep.Listing;
import io.imagehandler.rendition.upkeep.Listing.Listed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// What the S3 of this machine says of its objects, page by page.
class ListingTest {

    @TempDir static Path folder;

    private static ObjectStore store;
    private static S3Client client;

    private final Listing listing = new S3Listing(client, "originals");

    @BeforeAll
    static void start() throws IOException {
        ObjectStore.makeBucket(folder, "originals");
        store = ObjectStore.start(0, folder, AccessKey.LOCAL, _ -> {});
        client = Clients.s3(store.endpoint());
        for (int i = 0; i < 1_005; i++) {
            put("many/%04d.jpg".formatted(i));
        }
        List.of("a b", "a+b%", "a-", "a.b/c", "a/b", "a/b.jpg", "b/ü").forEach(ListingTest::put);
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @Test
    void tellsOfEveryObjectOnceAndInOrder() {
        var keys = new ArrayList<String>();
        Listing.Page first = listing.page("", "");
        Listing.Page second = listing.page("", first.objects().getLast().key());
        List.of(first, second).forEach(page -> page.objects().forEach(one -> keys.add(one.key())));

        assertThat(keys).hasSize(1_012).isSorted().doesNotHaveDuplicates();
        assertThat(keys)
                .startsWith("a b", "a+b%", "a-", "a.b/c", "a/b", "a/b.jpg", "b/ü", "many/0000.jpg");
        assertThat(first.isLast()).isFalse();
        assertThat(second.isLast()).isTrue();
    }

    @Test
    void goesOnBehindAnyKey() {
        assertThat(listing.page("many/", "many/1001.jpg").objects())
                .extracting(Listed::key)
                .containsExactly("many/1002.jpg", "many/1003.jpg", "many/1004.jpg");
        assertThat(listing.page("many/", "many/1004.jpg"))
                .isEqualTo(new Listing.Page(List.of(), true));
        assertThat(listing.page("none/", "")).isEqualTo(new Listing.Page(List.of(), true));
    }

    @Test
    void saysOfEachWhatItIs() {
        Listed one = listing.page("b/", "").objects().getFirst();

        assertThat(one.length()).isEqualTo(3);
        assertThat(one.tag().value()).isNotEmpty().doesNotContain("\"");
    }

    private static void put(String key) {
        client.putObject(
                put -> put.bucket("originals").key(key), RequestBody.fromBytes(new byte[3]));
    }
}
