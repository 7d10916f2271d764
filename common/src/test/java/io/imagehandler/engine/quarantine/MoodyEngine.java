package io.imagehandler.engine.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Does with a picture what its width says; the renditions are texts.
final class MoodyEngine implements ImageEngine {

    static final int SEGFAULT = 11;
    static final int ENDLESS = 12;
    static final int DAMAGED = 13;
    static final int DEFECT = 14;
    static final int TELLS_PROCESS = 20;
    static final int TELLS_ENVIRONMENT = 21;
    static final int TELLS_LIMITS = 22;

    @Override
    public String version() {
        return "moody-1";
    }

    @Override
    public Set<SourceFormat> reads() {
        return EnumSet.allOf(SourceFormat.class);
    }

    @Override
    public Set<OutputFormat> writes() {
        return EnumSet.allOf(OutputFormat.class);
    }

    @Override
    public MemoryEstimate memory(CheckedImage source, List<Plan> plans) {
        return new MemoryEstimate(1, 1, 1, 1);
    }

    @Override
    public Color average(CheckedImage source) {
        return new Color(1, 2, 3);
    }

    @Override
    public List<EncodedImage> render(CheckedImage source, List<Plan> plans) {
        String told =
                switch (source.facts().size().width()) {
                    case SEGFAULT -> raise(SEGFAULT);
                    case ENDLESS -> endless();
                    case DAMAGED -> throw new UndecodableImage("the picture is damaged");
                    case DEFECT -> throw new IllegalStateException("a defect");
                    case TELLS_PROCESS -> String.valueOf(ProcessHandle.current().pid());
                    case TELLS_ENVIRONMENT -> String.valueOf(System.getenv());
                    case TELLS_LIMITS -> limits();
                    default -> plans.toString();
                };
        var bytes = ByteBuffer.wrap(told.getBytes(UTF_8));
        return plans.stream()
                .map(plan -> new EncodedImage(plan.encoding().format(), plan.size(), 1, bytes))
                .toList();
    }

    @SuppressWarnings("restricted") // A real death, as libvips would die it.
    private static String raise(int signal) {
        var linker = Linker.nativeLinker();
        MethodHandle raise =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("raise"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            return "still here: " + (int) raise.invokeExact(signal);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static String endless() {
        while (true) {
            LockSupport.park(); // nothing interrupts a decoder either
        }
    }

    private static String limits() {
        try {
            return Files.readString(Path.of("/proc/self/limits"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
