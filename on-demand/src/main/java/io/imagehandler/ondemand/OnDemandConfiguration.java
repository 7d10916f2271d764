package io.imagehandler.ondemand;

import io.imagehandler.config.ImageSettings;
import io.imagehandler.ondemand.admission.Slots;
import io.imagehandler.ondemand.picture.LookUps;
import io.imagehandler.ondemand.picture.Pictures;
import io.imagehandler.ondemand.picture.Targets;
import io.imagehandler.ondemand.picture.WriteBack;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.style.Styles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the service.
@Configuration(proxyBeanMethods = false)
class OnDemandConfiguration {

    /// Leaves most of the stores' connections to those who read and write.
    private static final int MOST_LOOK_UPS = 32;

    @Bean
    ImageSettings imageSettings(OnDemandSettings settings) {
        return settings.images();
    }

    @Bean
    Targets targets(Styles styles) {
        return new Targets(styles);
    }

    @Bean
    Slots slots(OnDemandSettings settings) {
        return new Slots(settings.slots(), settings.queueWait());
    }

    @Bean
    WriteBack writeBack(Originals originals, Renditions renditions, OnDemandSettings settings) {
        return new WriteBack(originals, renditions, settings.slots());
    }

    @Bean
    LookUps lookUps(
            Originals originals,
            Renditions renditions,
            Renderer renderer,
            OnDemandSettings settings) {
        var bounds = new LookUps.Bounds(settings.limits().limits().bytes(), MOST_LOOK_UPS);
        return new LookUps(originals, renditions, renderer, bounds);
    }

    @Bean
    Pictures pictures(
            Originals originals,
            Renderer renderer,
            Slots slots,
            WriteBack writeBack,
            OnDemandSettings settings) {
        var bounds = new Pictures.Bounds(settings.limits().limits().bytes(), settings.deadline());
        return new Pictures(originals, renderer, slots, writeBack, bounds);
    }
}
