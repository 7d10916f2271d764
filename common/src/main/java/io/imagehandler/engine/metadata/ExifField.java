package io.imagehandler.engine.metadata;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.StringValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A field of Exif that may be told, and how its value is read.
enum ExifField {
    DATE_TIME("DateTime", 0x0132, Kind.TEXT),
    DATE_TIME_ORIGINAL("DateTimeOriginal", 0x9003, Kind.TEXT),
    EXPOSURE_TIME("ExposureTime", 0x829A, Kind.FRACTION),
    F_NUMBER("FNumber", 0x829D, Kind.FRACTION),
    FOCAL_LENGTH("FocalLength", 0x920A, Kind.FRACTION),
    ISO_SPEED_RATINGS("ISOSpeedRatings", 0x8827, Kind.NUMBER),
    MAKE("Make", 0x010F, Kind.TEXT),
    MODEL("Model", 0x0110, Kind.TEXT),
    ORIENTATION("Orientation", 0x0112, Kind.ORIENTATION),
    RESOLUTION_UNIT("ResolutionUnit", 0x0128, Kind.NUMBER),
    SOFTWARE("Software", 0x0131, Kind.TEXT),
    X_RESOLUTION("XResolution", 0x011A, Kind.FRACTION),
    Y_RESOLUTION("YResolution", 0x011B, Kind.FRACTION);

    /// The most of a text that is told, in characters (code points).
    static final int LONGEST_TEXT = 256;

    /// The longest value that is looked at, in bytes: much more than such a text takes.
    private static final int LONGEST_VALUE = 4096;

    private enum Kind {
        TEXT,
        FRACTION,
        NUMBER,
        /// A number from 1 to 8.
        ORIENTATION
    }

    private final String word;
    private final int tag;
    private final Kind kind;

    ExifField(String word, int tag, Kind kind) {
        this.word = word;
        this.tag = tag;
        this.kind = kind;
    }

    /// Its name in the standard, for example `DateTime`.
    String word() {
        return word;
    }

    /// Whether a value of that many bytes may be made of that tag.
    static boolean isTold(int tag, int length) {
        return length <= LONGEST_VALUE
                && Arrays.stream(values()).anyMatch(field -> field.tag == tag);
    }

    /// Its text, if the directory has it in a type that it can have.
    Optional<String> in(Directory directory) {
        return Optional.ofNullable(directory.getObject(tag)).flatMap(this::read);
    }

    private Optional<String> read(Object value) {
        return switch (kind) {
            case TEXT -> text(value);
            case FRACTION -> fraction(value);
            case NUMBER -> number(value);
            case ORIENTATION -> number(value).filter(number -> number.matches("[1-8]"));
        };
    }

    private static Optional<String> text(Object value) {
        if (!(value instanceof StringValue bytes)) {
            return Optional.empty();
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        var trimmed = new StringBuilder();
        text.strip()
                .codePoints()
                .filter(point -> !Character.isISOControl(point))
                .limit(LONGEST_TEXT)
                .forEach(trimmed::appendCodePoint);
        return Optional.of(trimmed.toString().strip()).filter(told -> !told.isEmpty());
    }

    /// As it is stored, not reduced.
    private static Optional<String> fraction(Object value) {
        Object first = value instanceof Object[] all && all.length > 0 ? all[0] : value;
        return first instanceof Rational fraction && fraction.getDenominator() != 0
                ? Optional.of(fraction.getNumerator() + "/" + fraction.getDenominator())
                : Optional.empty();
    }

    private static Optional<String> number(Object value) {
        return switch (value) {
            case Integer number when number > 0 -> Optional.of(number.toString());
            case Long number when number > 0 -> Optional.of(number.toString());
            case int[] numbers when numbers.length > 0 && numbers[0] > 0 ->
                    Optional.of(Integer.toString(numbers[0]));
            default -> Optional.empty();
        };
    }
}
