package io.imagehandler.infra.settings;

/// Who is told of what.
///
/// @param alarmEmail where alarms are sent, after it was confirmed there; blank: nowhere
/// @param hourlyDollars what the tasks may cost in an hour, by list prices, before an alarm says so
public record Watch(String alarmEmail, int hourlyDollars) {

    public Watch {
        ImageServiceSettings.requireShape(
                "alarmEmail", alarmEmail, "[^@\\s]+@[^@\\s]+", "me@example.com");
    }

    static Watch from(Context context) {
        return new Watch(
                context.text("alarmEmail", ""), context.number("hourlyDollars", 1, 1, 1000));
    }
}
