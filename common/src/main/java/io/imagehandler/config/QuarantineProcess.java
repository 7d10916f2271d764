package io.imagehandler.config;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.quarantine.Cell;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;

/// The program of a quarantine's process: an engine, asked through its input and answering through
/// its output, and nothing else of the service.
final class QuarantineProcess {

    private QuarantineProcess() {}

    /// @param arguments of a [CellSetup]
    public static void main(String... arguments) throws IOException {
        var out = new FileOutputStream(FileDescriptor.out);
        // Only answers go there.
        System.setOut(System.err);
        var setup = CellSetup.parse(List.of(arguments));
        try {
            ImageEngine engine =
                    EngineConfiguration.choose(setup.engine(), setup.libvips(), setup.time());
            var inspector =
                    new Inspector(
                            setup.limits(), EngineConfiguration.memory(engine), engine.reads());
            Cell.serve(engine, inspector, System.in, out);
        } catch (WrongSetting | IllegalStateException cannot) {
            Cell.refuse(out, String.valueOf(cannot.getMessage()));
        }
        // Whatever still decodes.
        Runtime.getRuntime().halt(0);
    }
}
