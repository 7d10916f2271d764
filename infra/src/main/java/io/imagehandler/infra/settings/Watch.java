package io.imagehandler.infra.settings;

/// Who is told of what.
///
/// @param alarmEmail where alarms are sent, after it was confirmed there; blank: nowhere
/// @param hourlyDollars what the tasks may cost in an hour, by list prices, before an alarm says so
/// @param eventBus the name or ARN of the EventBridge bus that applications hear from what became
///   of each original; blank: none
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
