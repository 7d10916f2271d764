package io.imagehandler.config;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.DecodeMemory;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.engine.plan.ResultLimits;
import io.imagehandler.engine.plan.Typesetting;
import io.imagehandler.engine.text.Typesetter;
import io.imagehandler.engine.thumbnailator.ThumbnailatorEngine;
import io.imagehandler.engine.vips.VipsEngine;
import io.imagehandler.engine.vips.VipsLibrary;
import io.imagehandler.engine.vips.VipsLibrary.Search.Absent;
import io.imagehandler.engine.vips.VipsLibrary.Search.Found;
import io.imagehandler.rendition.MarkOriginals;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renderer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// From the bytes of an original to a rendition. Chooses the engine, once.
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EngineConfiguration.class);

    @Bean
    ImageEngine imageEngine(ImageSettings settings) {
        return choose(settings.engine(), settings.libvips(), settings.rendering().time());
    }

    /// @param libvips where it is; blank: where it usually is
    /// @param limit how long one rendering may take
    static ImageEngine choose(EngineChoice choice, String libvips, Duration limit) {
        return switch (choice) {
            case THUMBNAILATOR -> thumbnailator("it was asked for", limit);
            case VIPS ->
                    switch (VipsLibrary.find(libvips)) {
                        case Found(VipsLibrary library) -> vips(library, limit);
                        case Absent(String reason) ->
                                throw new WrongSetting(
                                        "image-handler.engine is vips, but " + reason);
                    };
            case AUTO ->
                    switch (VipsLibrary.find(libvips)) {
                        case Found(VipsLibrary library) -> vipsIfItWorks(library, limit);
                        case Absent(String reason) -> thumbnailator(reason, limit);
                    };
        };
    }

    @Bean
    Inspector inspector(ImageEngine engine, ImageSettings settings) {
        return new Inspector(settings.limits(), memory(engine), readable(engine, settings));
    }

    @Bean
    Typesetter typesetter() {
        var typesetter = Typesetter.ofInstalledFonts();
        LOG.info("text: {}", typesetter.summary());
        return typesetter;
    }

    @Bean
    Planner planner(ImageEngine engine, Typesetter typesetter, ImageSettings settings) {
        var typesetting = Typesetting.with(typesetter);
        return new Planner(engine.writes(), settings.limits(), ResultLimits.DEFAULT, typesetting);
    }

    @Bean
    MarkOriginals markOriginals(Originals originals, ImageSettings settings) {
        return new MarkOriginals(originals, settings.limits().bytes());
    }

    @Bean
    Renderer renderer(
            Inspector inspector, Planner planner, ImageEngine engine, MarkOriginals marks) {
        return new Renderer(inspector, planner, engine, marks);
    }

    static DecodeMemory memory(ImageEngine engine) {
        return engine.status().isNative() ? DecodeMemory.NATIVE : DecodeMemory.PURE_JAVA;
    }

    /// What was asked for and can be read. The rest is no reason to refuse the start: the same
    /// settings serve machines with and without libvips, and such a file is refused in words.
    private static Set<SourceFormat> readable(ImageEngine engine, ImageSettings settings) {
        Set<SourceFormat> enabled = EnumSet.copyOf(Inspector.USUAL);
        settings.extraFormats().forEach(extra -> enabled.add(extra.format()));
        var unreadable = EnumSet.copyOf(enabled);
        unreadable.removeAll(engine.reads());
        if (!unreadable.isEmpty()) {
            LOG.warn("{} reads no {}: such originals are refused", engine.version(), unreadable);
        }
        enabled.removeAll(unreadable);
        return enabled;
    }

    private static ImageEngine vipsIfItWorks(VipsLibrary library, Duration limit) {
        try {
            return vips(library, limit);
        } catch (IllegalStateException failed) {
            return thumbnailator(
                    library.place() + " failed its test: " + failed.getMessage(), limit);
        }
    }

    private static ImageEngine vips(VipsLibrary library, Duration limit) {
        var engine = new VipsEngine(library, limit);
        LOG.info("engine: {}, found at {}", engine.version(), library.place());
        return engine;
    }

    private static ImageEngine thumbnailator(String reason, Duration limit) {
        var engine = new ThumbnailatorEngine(limit);
        LOG.info("engine: {}, because {}", engine.version(), reason);
        return engine;
    }
}
