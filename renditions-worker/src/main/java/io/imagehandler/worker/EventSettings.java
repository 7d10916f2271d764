package io.imagehandler.worker;

import io.imagehandler.config.WrongSetting;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What applications are told of, under `image-handler.events`.
///
/// @param bus the name or ARN of the EventBridge bus that is told what became of each original;
///   empty: none is
record EventSettings(@DefaultValue("") String bus) {

    private static final Pattern BUS =
            Pattern.compile(
                    "|[/.\\-_A-Za-z0-9]{1,256}|arn:[a-z0-9-]+:events:[^:\\s]+:\\d{12}:event-bus/\\S+");

    EventSettings {
        if (!BUS.matcher(bus).matches()) {
            throw new WrongSetting(
                    "image-handler.events.bus must be the name or ARN of an event bus but is "
                            + bus);
        }
    }

    boolean isOn() {
        return !bus.isEmpty();
    }
}
