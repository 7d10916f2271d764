package io.imagehandler.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.local.s3.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// On the stand-ins that `./run local` brings.
class EmbeddedEndToEndIT extends EndToEnd {

    @Override
    Stage start() throws IOException, InterruptedException {
        return start(Delivery.ONCE);
    }

    @Test
    void keepsEverythingOverARestart() throws IOException, InterruptedException {
        var key = uploaded("kept.jpg", 1);
        awaitStyles(key);
        var photo = stage.get(key, "").body();

        restart(Delivery.ONCE);

        assertThat(stage.made("s", key)).hasSize(6);
        assertThat(stage.get(key, "").body()).isEqualTo(photo);
        assertThat(colorsOf(stage.get(key, "x-oss-process=style/card")))
                .isEqualTo(TestPhoto.colors(1));
    }

    @Test
    void comesToTheSameEndInWhateverOrderItIsTold() throws IOException, InterruptedException {
        restart(Delivery.SHUFFLED);
        var gone = uploaded("shuffled-gone.jpg", 0);
        var key = uploaded("shuffled.jpg", 0);
        stage.delete(gone);
        stage.delete(key);
        var tag = stage.upload(key, TestPhoto.jpeg(2), "image/jpeg");

        await().until(stage::isQuiet);

        assertThat(stage.made("s", gone)).isEmpty();
        assertThat(stage.made("s", key))
                .hasSize(6)
                .allSatisfy(path ->
                        assertThat(stage.head(path).metadata()).containsEntry("source-etag", tag));
    }

    @Test
    void tellsApplicationsWhatIsReadyAndCachesWhatToForget()
            throws IOException, InterruptedException {
        var key = uploaded("told.jpg", 0);
        await().until(() -> told("renditions.ready", key, "/" + key + "@!hero"));
        var tag = stage.upload(key, TestPhoto.jpeg(1), "image/jpeg");

        await().until(() -> told("renditions.ready", key, tag));
        await().until(() -> told("invalidated", "/_r/s/" + key + "/", ""));
        var junk = key("junk.jpg");
        stage.upload(junk, new byte[1000], "image/jpeg");

        await().until(() -> told("renditions.failed", junk, "unsupported-format"));
    }

    /// Whether a line begins so and has both texts.
    private boolean told(String beginning, String one, String other) throws IOException {
        try (var lines = Files.lines(folder.resolve("logs").resolve(Notices.FILE))) {
            return lines.anyMatch(line ->
                    line.startsWith(beginning) && line.contains(one) && line.contains(other));
        }
    }

    private void restart(Delivery delivery) throws IOException, InterruptedException {
        stage.close();
        stage = start(delivery);
    }

    private Stage start(Delivery delivery) throws IOException, InterruptedException {
        var settings =
                new Settings(
                        FreePort.any(),
                        FreePort.any(),
                        FreePort.any(),
                        FreePort.any(),
                        FreePort.any(),
                        FreePort.any(),
                        FreePort.any(),
                        folder,
                        Settings.Engine.AUTO,
                        System.getProperty("imagehandler.libvips", ""),
                        delivery,
                        Settings.Signing.OFF,
                        Settings.Host.OWN);
        var stack = Stack.start(settings, new Progress());
        return new Stage(stack.product(), stack.endpoints(), Stack.logs(settings), stack::close);
    }
}
