package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.LookUps;
import io.imagehandler.ondemand.picture.Pictures;
import io.imagehandler.ondemand.picture.Targets;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Wires what answers.
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration {

    @Bean
    Problems problems(CachingSettings caching) {
        return new Problems(caching);
    }

    @Bean
    Entrance entrance(CorsSettings cors, Problems problems) {
        return new Entrance(cors, problems);
    }

    @Bean
    FilterRegistrationBean<Door> door(Targets targets, Pictures pictures, Problems problems) {
        var door = new FilterRegistrationBean<>(new Door(targets, pictures, problems));
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }

    @Bean
    OriginalDelivery originalDelivery(
            LookUps lookUps, Pictures pictures, CachingSettings caching, Problems problems) {
        return new OriginalDelivery(lookUps, pictures, new Answers(caching), problems);
    }

    @Bean
    PictureDelivery pictureDelivery(LookUps lookUps, Pictures pictures, CachingSettings caching) {
        return new PictureDelivery(lookUps, pictures, new Answers(caching));
    }
}
