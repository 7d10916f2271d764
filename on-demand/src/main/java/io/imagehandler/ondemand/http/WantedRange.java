package io.imagehandler.ondemand.http;

import io.imagehandler.rendition.ByteRange;

/// Which bytes of a file a client wants.
sealed interface WantedRange {

    /// All of them.
    record All() implements WantedRange {}

    /// Some of them.
    record Some(ByteRange range) implements WantedRange {}

    /// Such as there are none of.
    record None() implements WantedRange {}

    String UNIT = "bytes=";

    /// What the value of a Range field asks of a file of that length. All, if it is none, asks for
    /// several ranges, or makes no sense: by RFC 9110 it is then of no account. Linear in the
    /// length of the text.
    static WantedRange of(String field, long length) {
        int dash = field.indexOf('-');
        if (!field.regionMatches(true, 0, UNIT, 0, UNIT.length()) || dash < UNIT.length()) {
            return new All();
        }
        String first = field.substring(UNIT.length(), dash).strip();
        String last = field.substring(dash + 1).strip();
        if (!isNumber(first) || !isNumber(last) || (first.isEmpty() && last.isEmpty())) {
            return new All();
        }
        return first.isEmpty()
                ? ofLast(number(last), length)
                : between(number(first), last.isEmpty() ? Long.MAX_VALUE : number(last), length);
    }

    private static WantedRange ofLast(long count, long length) {
        return count == 0 || length == 0
                ? new None()
                : new Some(new ByteRange(Math.max(0, length - count), length - 1));
    }

    private static WantedRange between(long first, long last, long length) {
        if (last < first) {
            return new All();
        }
        return first >= length
                ? new None()
                : new Some(new ByteRange(first, Math.min(last, length - 1)));
    }

    /// Whether these are digits, or nothing at all.
    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The largest number there is, if it is larger.
    private static long number(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (number > (Long.MAX_VALUE - digit) / 10) {
                return Long.MAX_VALUE;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
