package io.imagehandler.worker.upkeep;

import java.util.Locale;

/// Times and amounts as people read them.
public final class Times {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private Times() {}

    /// `7 s`, `3 min 20 s` or `5 h 12 min`.
    public static String told(double seconds) {
        long whole = Math.round(Math.max(0, seconds));
        if (whole < MINUTE) {
            return whole + " s";
        }
        return whole < HOUR
                ? "%d min %d s".formatted(whole / MINUTE, whole % MINUTE)
                : "%d h %d min".formatted(whole / HOUR, whole % HOUR / MINUTE);
    }

    /// `812 bytes`, `34.5 kB`, `1.2 MB` or `8.0 GB`, in thousands.
    public static String bytes(double bytes) {
        String[] units = {"kB", "MB", "GB", "TB"};
        if (bytes < 1_000) {
            return Math.round(bytes) + " bytes";
        }
        double amount = bytes / 1_000;
        int unit = 0;
        while (amount >= 1_000 && unit < units.length - 1) {
            amount /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, units[unit]);
    }
}
