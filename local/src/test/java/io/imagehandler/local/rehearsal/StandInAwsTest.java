package io.imagehandler.local.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.local.aws.Clients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

class StandInAwsTest {

    private StandInAws aws;
    private S3Client s3;

    @BeforeEach
    void start() throws IOException {
        aws = StandInAws.start();
        s3 = Clients.s3(aws.endpoint());
    }

    @AfterEach
    void close() {
        s3.close();
        aws.close();
    }

    @ParameterizedTest
    @CsvSource({"photo.jpg, image/jpeg, jpeg-1", "drawing.png, image/png, png-1"})
    void hasOriginals(String key, String type, String tag) throws IOException {
        var head = s3.headObject(of -> of.bucket("originals").key(key));
        var original = s3.getObjectAsBytes(of -> of.bucket("originals").key(key));

        assertThat(head.contentLength()).isEqualTo(original.asByteArrayUnsafe().length);
        assertThat(head.eTag()).isEqualTo(original.response().eTag()).isEqualTo('"' + tag + '"');
        assertThat(original.response().contentType()).isEqualTo(type);
        var picture = ImageIO.read(new ByteArrayInputStream(original.asByteArrayUnsafe()));
        assertThat(picture.getWidth()).isEqualTo(640);
    }

    @Test
    void takesRenditionsAndKeepsNone() {
        s3.putObject(of -> of.bucket("derived").key("photo.jpg"), RequestBody.fromString("a"));

        assertThatThrownBy(() -> s3.headObject(of -> of.bucket("derived").key("photo.jpg")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.getObjectAsBytes(of -> of.bucket("originals").key("none.jpg")))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void hasATableWithoutRows() {
        try (var dynamoDb = Clients.dynamoDb(aws.endpoint())) {
            assertThat(dynamoDb.scan(of -> of.tableName("styles")).items()).isEmpty();
        }
    }
}
