package io.imagehandler.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.local.s3.Delivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void hasADefaultForEverything() {
        assertThat(Arguments.parse(List.of()))
                .isEqualTo(
                        new Settings(
                                8080,
                                8081,
                                8090,
                                8082,
                                9000,
                                9324,
                                8000,
                                Path.of(".local"),
                                Settings.Engine.AUTO,
                                "",
                                Delivery.ONCE,
                                Settings.Signing.OFF,
                                Settings.Host.OWN));
    }

    @Test
    void takesWhatIsGiven() {
        var settings =
                Arguments.parse(
                        List.of(
                                "--edge-port=1",
                                "--data=/tmp/x",
                                "--engine=vips",
                                "--libvips=/a=b"));

        assertThat(settings.edgePort()).isEqualTo(1);
        assertThat(settings.data()).isEqualTo(Path.of("/tmp/x"));
        assertThat(settings.engine()).isEqualTo(Settings.Engine.VIPS);
        assertThat(settings.libvips()).isEqualTo("/a=b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    --prot=1          | There is no setting '--prot': --help lists those there are
                    8080              | There is no setting '8080': --help lists those there are
                    --edge-port       | --edge-port needs a value, as in --edge-port=8080
                    --edge-port=      | --edge-port must be a port's number but is ''
                    --edge-port=http  | --edge-port must be a port's number but is 'http'
                    --s3-port=0       | --s3-port must be between 1 and 65535 but is 0
                    --s3-port=65536   | --s3-port must be between 1 and 65535 but is 65536
                    --engine=gd       | --engine must be one of auto, vips, thumbnailator but is 'gd'
                    --events=never    | --events must be one of once, twice, shuffled but is 'never'
                    --data=           | --data must be a folder's path but is ''
                    """)
    void saysWhatIsWrong(String argument, String reason) {
        assertThatThrownBy(() -> Arguments.parse(List.of(argument)))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
    }

    @Test
    void wantsEveryPortToBeAnother() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--s3-port=8080")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--s3-port")
                .hasMessageContaining("--edge-port")
                .hasMessageContaining("differ but both are 8080");
    }

    @Test
    void namesTheSettingOfAPortThatIsTaken(@TempDir Path folder) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = settings(folder, other.getLocalPort());

            assertThatThrownBy(() -> Premises.take(settings))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("--edge-port is taken");
        }
    }

    @Test
    void letsNobodyElseIntoItsFolder(@TempDir Path folder) throws IOException {
        var settings = settings(folder, FreePort.any());
        try (var _ = Premises.take(settings)) {
            assertThatThrownBy(() -> Premises.take(settings))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("of --data is in use");
        }
    }

    private static Settings settings(Path folder, int edgePort) throws IOException {
        return new Settings(
                edgePort,
                FreePort.any(),
                FreePort.any(),
                FreePort.any(),
                FreePort.any(),
                FreePort.any(),
                FreePort.any(),
                folder,
                Settings.Engine.AUTO,
                "",
                Delivery.ONCE,
                Settings.Signing.OFF,
                Settings.Host.OWN);
    }
}
