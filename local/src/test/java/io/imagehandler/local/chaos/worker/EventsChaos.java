package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.aws.Names;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.proxy.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// Everything that a bucket may say, and what others may say in its place.
@ExtendWith(Rows.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsChaos {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PART = 5 << 20;

    private Workshop workshop;
    private ServiceProcess worker;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        workshop = Workshop.open(folder);
        worker = workshop.start(Workshop.usual());
    }

    @AfterAll
    void close() throws IOException {
        workshop.close();
    }

    @Test
    @Tag("E5")
    @DisplayName("removed, hidden by a marker, a version removed, expired: no rendition stays")
    void removesWhateverTheWordForIt(Row row) throws InterruptedException {
        var words =
                List.of(
                        "ObjectRemoved:Delete",
                        "ObjectRemoved:DeleteMarkerCreated",
                        "LifecycleExpiration:Delete",
                        "LifecycleExpiration:DeleteMarkerCreated");
        var gone = new ArrayList<String>();
        for (var word = 0; word <= words.size(); word++) {
            gone.add("e5/gone-%d.jpg".formatted(word));
            workshop.originals().put(gone.get(word), Pictures.of(word));
        }
        workshop.originals().put("e5/kept.jpg", Pictures.of(9));
        workshop.uploads().send(gone.stream().map(Events::created).toList());
        workshop.uploads().send(Events.created("e5/kept.jpg"));
        workshop.uploads().awaitEmpty(LONGEST);
        row.is("files before", workshop.proof().count("e5/"), 18L);

        var version = "\"versionId\":\"3sL4kqtJlcpXroDTDmJ\",";
        for (var number = 0; number < words.size(); number++) {
            workshop.originals().remove(gone.get(number));
            workshop.uploads()
                    .send(Events.message(Events.record(words.get(number), gone.get(number), "")));
        }
        workshop.originals().remove(gone.getLast());
        workshop.uploads()
                .send(Events.message(Events.record(words.getFirst(), gone.getLast(), version)));
        // An older version of what is still there.
        workshop.uploads()
                .send(Events.message(Events.record(words.getFirst(), "e5/kept.jpg", version)));
        workshop.uploads().awaitEmpty(LONGEST);

        row.is("files after", workshop.proof().count("e5/"), 3L);
        workshop.prove(row, "e5/");
    }

    @Test
    @Tag("E6")
    @DisplayName(
            "test event, {}, [], 256 KB of junk, 0 and 50 records, other shapes: junk is buried"
                    + " after 1 try, the others get done")
    void buriesWhatIsNoEvent(Row row) throws IOException, InterruptedException {
        var log = workshop.log().fromNow();
        var junk =
                List.of(
                        "{}",
                        "[]",
                        "null",
                        "junk ".repeat(51_000),
                        "{\"Type\":\"Notification\",\"Message\":\"{}\"}",
                        "{\"detail-type\":\"Object Created\",\"detail\":{}}");
        var keys = workshop.stock("e6/", 50);
        var records = keys.stream().map(key -> Events.record("ObjectCreated:Put", key, ""));
        var fifty = new ArrayList<>(records.toList());
        fifty.set(7, "{\"eventVersion\":\"9.9\",\"s3\":{}}");
        workshop.originals().remove(keys.get(7));

        workshop.uploads().send("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}");
        workshop.uploads().send("{\"Records\":[]}");
        workshop.uploads()
                .send(Events.message(Events.record("ObjectTagging:Put", "e6/tagged.jpg", "")));
        workshop.uploads().send(Events.message(fifty.toArray(String[]::new)));
        junk.forEach(workshop.uploads()::send);
        workshop.uploads().awaitEmpty(LONGEST);

        var letters = workshop.dead().take();
        row.is("dead letters", letters.size(), junk.size() + 1);
        row.is(
                "their reasons and tries",
                letters.stream()
                        .map(letter -> letter.reason() + " " + letter.attempts())
                        .distinct()
                        .toList(),
                List.of("bad-message 1"));
        row.is("lines of errors", log.lines("ERROR").size(), 0);
        workshop.prove(row, "e6/");
    }

    @Test
    @Tag("E7")
    @DisplayName("keys of every kind: each its own renditions, bad ones counted, a and a/b apart")
    void takesKeysOfEveryKind(Row row) throws IOException, InterruptedException {
        // The embedded S3 takes the signature of an empty part in a key for a wrong one.
        workshop.aws()
                .s3()
                .fail(call -> call.path().contains("/%2F"), new Fault.Answered(404, "NoSuchKey"));
        var storable = new ArrayList<>(Keys.STORABLE);
        IntStream.range(storable.size(), 60)
                .forEach(number -> storable.add("e7/more %d+%%.jpg".formatted(number)));
        storable.forEach(key -> workshop.originals().put(key, Pictures.of(key.hashCode())));
        workshop.uploads().send(storable.stream().map(Events::created).toList());
        workshop.uploads().send(Keys.UNSTORABLE.stream().map(Events::created).toList());
        workshop.uploads().send(Keys.BAD.stream().map(Events::created).toList());
        workshop.uploads().awaitEmpty(LONGEST);

        row.is("keys", storable.size(), 60);
        var counted = worker.metric("events_ignored_total{reason=\"bad-key\"");
        row.is("bad keys counted", counted.orElse(0), (double) Keys.BAD.size());
        workshop.prove(row, "e7/");
        row.is("dead letters", workshop.dead().take(), List.of());

        workshop.originals().remove("e7/a.jpg");
        workshop.uploads().send(Events.removed("e7/a.jpg"));
        workshop.uploads().awaitEmpty(LONGEST);
        workshop.aws().s3().heal();
        workshop.prove(row, "e7/a");
    }

    @Test
    @Tag("E10")
    @DisplayName("in parts, copied, 0 bytes, 5 GB: one decode; too large is refused unread")
    void takesOriginalsOfEveryOrigin(Row row) throws IOException, InterruptedException {
        workshop.originals().put("e10/source.jpg", Pictures.of(1));
        var parts = uploadInParts("e10/parts.jpg");
        workshop.aws()
                .client()
                .copyObject(copy ->
                        copy.sourceBucket(Names.ORIGINALS)
                                .sourceKey("e10/source.jpg")
                                .destinationBucket(Names.ORIGINALS)
                                .destinationKey("e10/copy.jpg"));
        workshop.originals().upload("e10/empty.jpg", new byte[0]);
        var huge = "e10/huge.jpg";
        workshop.originals().put(huge, Pictures.of(2));
        extend(huge, 5L << 30);
        // Whoever reads more than a MB of it fails for now, and is not told that it is too large.
        workshop.aws().s3().fail(Workshop.reads(huge), new Fault.ResetAfter(1 << 20));
        workshop.uploads().send(Events.created(huge));
        workshop.uploads().awaitEmpty(LONGEST);
        workshop.aws().s3().heal();

        row.is("reads of the one in parts", workshop.decodes("e10/parts.jpg"), 1L);
        row.is("its renditions", workshop.proof().count("e10/parts.jpg/"), 3L);
        row.tell("its tag", parts);
        row.is("reads of the copy", workshop.decodes("e10/copy.jpg"), 1L);
        row.is("its renditions", workshop.proof().count("e10/copy.jpg/"), 3L);
        var letters = workshop.dead().take();
        row.is(
                "dead letters",
                letters.stream()
                        .map(letter -> letter.key() + " " + letter.attempts())
                        .sorted()
                        .toList(),
                List.of("e10/empty.jpg 1", "e10/huge.jpg 1"));
        row.tell("their reasons", letters.stream().map(Letter::reason).toList().toString());
    }

    private String uploadInParts(String key) {
        var s3 = workshop.aws().client();
        var picture = Pictures.of(3);
        // What follows the end of a JPEG is of no account, and a part has at least 5 MB.
        var first = Arrays.copyOf(picture, PART);
        var id =
                s3.createMultipartUpload(create -> create.bucket(Names.ORIGINALS).key(key))
                        .uploadId();
        var done = new ArrayList<CompletedPart>();
        for (var part : List.of(first, new byte[10])) {
            var number = done.size() + 1;
            var tag =
                    s3.uploadPart(
                                    upload ->
                                            upload.bucket(Names.ORIGINALS)
                                                    .key(key)
                                                    .uploadId(id)
                                                    .partNumber(number),
                                    RequestBody.fromBytes(part))
                            .eTag();
            done.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        }
        return s3.completeMultipartUpload(complete ->
                        complete.bucket(Names.ORIGINALS)
                                .key(key)
                                .uploadId(id)
                                .multipartUpload(all -> all.parts(done)))
                .eTag();
    }

    /// Makes the file longer that the embedded S3 keeps the object in, without anything in it.
    private void extend(String key, long length) throws IOException {
        var file = workshop.folder().resolve("aws/s3").resolve(Names.ORIGINALS).resolve(key);
        try (var object = new RandomAccessFile(file.toFile(), "rw")) {
            object.setLength(length);
        }
    }
}
