package io.imagehandler.config;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.engine.quarantine.CellCommand;
import io.imagehandler.engine.quarantine.Quarantine;
import io.imagehandler.rendition.MarkOriginals;
import io.imagehandler.rendition.Renderer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The engine once more, in a process of its own, for originals that others have died over.
@Configuration(proxyBeanMethods = false)
public class QuarantineConfiguration {

    /// A Java process and libvips, without a picture.
    private static final long ADDRESS_SPACE = 1L << 30;

    private static final long HEAP = 64L << 20;

    /// Of its whole life; that of one picture is watched from outside.
    private static final Duration PROCESSOR_TIME = Duration.ofHours(1);

    private static final String LOADER =
            "org.springframework.boot.loader.launch.PropertiesLauncher";

    @Bean(defaultCandidate = false)
    Quarantine quarantine(
            ImageEngine engine,
            ImageSettings settings,
            ObjectProvider<Quarantine.Observer> observer) {
        return new Quarantine(
                engine,
                command(CellSetup.of(engine, settings)),
                settings.rendering().time(),
                observer.getIfAvailable(Quarantine.Observer::none));
    }

    /// Renders as the other one does, there.
    @Bean(defaultCandidate = false)
    Renderer quarantinedRenderer(
            Inspector inspector,
            Planner planner,
            @Qualifier("quarantine") Quarantine quarantine,
            MarkOriginals marks) {
        return new Renderer(inspector, planner, quarantine, marks);
    }

    /// This very program, begun at another place.
    static CellCommand command(CellSetup setup) {
        long pictures = 2 * setup.limits().decodeMemory();
        long heap = HEAP + 2 * setup.limits().bytes() + (setup.isNative() ? 0 : pictures);
        var program = new ArrayList<String>();
        program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        program.addAll(flags(heap));
        program.addAll(main());
        program.addAll(setup.arguments());
        return new CellCommand(program, ADDRESS_SPACE + heap + pictures, PROCESSOR_TIME);
    }

    private static List<String> flags(long heap) {
        return List.of(
                "-Xmx" + (heap >> 20) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // What is reserved counts as address space.
                "-XX:CompressedClassSpaceSize=48m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:-UsePerfData",
                "-XX:+SuppressFatalErrorMessage",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED");
    }

    /// Jars inside of a jar are found by the loader that Spring Boot has put into it.
    private static List<String> main() {
        String main = QuarantineProcess.class.getName();
        String classes = System.getProperty("java.class.path");
        var place = QuarantineProcess.class.getProtectionDomain().getCodeSource().getLocation();
        return place.getProtocol().equals("jar")
                ? List.of("-cp", classes, "-Dloader.main=" + main, LOADER)
                : List.of("-cp", classes, main);
    }
}
