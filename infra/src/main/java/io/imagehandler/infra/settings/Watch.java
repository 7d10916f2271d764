package io.imagehandler.infra.settings;

/// Who is told of what happens in a deployment: operators by mail of what is wrong, applications by
/// events of what became of originals. An address or a bus of the wrong shape stops the synthesis.
///
/// @param alarmEmail where alarms are sent, once the owner has confirmed the address; blank:
///   nowhere
/// @param hourlyDollars what all tasks together may cost in an hour, by list prices, before an
///   alarm says so; 1 to 1000
/// @param eventBus the name or ARN of the EventBridge bus on which applications hear what became of
///   each original; blank: none
public record Watch(String alarmEmail, int hourlyDollars, String eventBus) {

    public Watch {
        ImageServiceSettings.requireShape(
                "alarmEmail", alarmEmail, "[^@\\s]+@[^@\\s]+", "me@example.com");
        ImageServiceSettings.requireShape(
                "eventBus",
                eventBus,
                "[/.\\-_A-Za-z0-9]{1,256}|arn:[a-z0-9-]+:events:[a-z0-9-]+:\\d{12}:event-bus/\\S+",
                "default");
    }

    static Watch from(Context context) {
        return new Watch(
                context.text("alarmEmail", ""),
                context.number("hourlyDollars", 1, 1, 1000),
                context.text("eventBus", ""));
    }
}
