package io.imagehandler.ondemand.http;

import io.imagehandler.config.WrongSetting;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which web sites' scripts may read what we answer. Pages may show pictures whatever is set here.
///
/// @param origins as browsers send them, `https://shop.example`; `*` alone for all; none if empty
public record CorsSettings(@DefaultValue Set<String> origins) {

    private static final String ALL = "*";

    public CorsSettings {
        origins = Set.copyOf(origins);
        if (origins.contains(ALL) && origins.size() > 1) {
            throw new WrongSetting(
                    "image-handler.cors.origins must be * alone or a list of origins but is "
                            + origins);
        }
        origins.stream().filter(origin -> !isOrigin(origin)).forEach(CorsSettings::refuse);
    }

    boolean isOn() {
        return !origins.isEmpty();
    }

    boolean allowsAll() {
        return origins.contains(ALL);
    }

    boolean allows(String origin) {
        return origins.contains(origin);
    }

    /// `*`, or a scheme and a host with nothing behind it.
    private static boolean isOrigin(String text) {
        int host = text.indexOf("://") + 3;
        return text.equals(ALL)
                || (host > 3
                        && host < text.length()
                        && text.indexOf('/', host) < 0
                        && text.chars().allMatch(c -> c > ' ' && c < 0x7F));
    }

    private static void refuse(String origin) {
        throw new WrongSetting(
                "image-handler.cors.origins must be like https://shop.example, without a path, but"
                        + " one is "
                        + origin);
    }
}
