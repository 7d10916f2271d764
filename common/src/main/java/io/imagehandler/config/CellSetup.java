package io.imagehandler.config;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageLimits;
import java.time.Duration;
import java.util.List;

/// What the process of a quarantine is told: to do exactly as the one that starts it.
///
/// @param engine the one that was chosen, never [EngineChoice#AUTO]
/// @param libvips see [ImageSettings]
/// @param time how long one rendering may take
/// @param limits what was inspected against
record CellSetup(EngineChoice engine, String libvips, Duration time, ImageLimits limits) {

    static CellSetup of(ImageEngine engine, ImageSettings settings) {
        return new CellSetup(
                engine.status().isNative() ? EngineChoice.VIPS : EngineChoice.THUMBNAILATOR,
                settings.libvips(),
                settings.rendering().time(),
                settings.limits());
    }

    /// @param arguments as [#arguments] gave them
    static CellSetup parse(List<String> arguments) {
        var text = arguments.iterator();
        return new CellSetup(
                EngineChoice.valueOf(text.next()),
                text.next(),
                Duration.parse(text.next()),
                new ImageLimits(
                        Long.parseLong(text.next()),
                        Integer.parseInt(text.next()),
                        Long.parseLong(text.next()),
                        Integer.parseInt(text.next()),
                        Long.parseLong(text.next()),
                        Long.parseLong(text.next())));
    }

    List<String> arguments() {
        return List.of(
                engine.name(),
                libvips,
                time.toString(),
                String.valueOf(limits.bytes()),
                String.valueOf(limits.side()),
                String.valueOf(limits.pixels()),
                String.valueOf(limits.frames()),
                String.valueOf(limits.animationPixels()),
                String.valueOf(limits.decodeMemory()));
    }

    /// Whether pictures are held beside the heap.
    boolean isNative() {
        return engine == EngineChoice.VIPS;
    }
}
