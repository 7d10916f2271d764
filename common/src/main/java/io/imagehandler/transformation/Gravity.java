package io.imagehandler.transformation;

import java.util.SortedMap;
import java.util.TreeMap;

/// One of nine places in a picture where something smaller is put.
public enum Gravity {
    NORTH_WEST("nw", "northwest", Place.START, Place.START),
    NORTH("north", "north", Place.MIDDLE, Place.START),
    NORTH_EAST("ne", "northeast", Place.END, Place.START),
    WEST("west", "west", Place.START, Place.MIDDLE),
    CENTER("center", "centre", Place.MIDDLE, Place.MIDDLE),
    EAST("east", "east", Place.END, Place.MIDDLE),
    SOUTH_WEST("sw", "southwest", Place.START, Place.END),
    SOUTH("south", "south", Place.MIDDLE, Place.END),
    SOUTH_EAST("se", "southeast", Place.END, Place.END);

    private final String word;
    private final String otherWord;
    private final Place horizontal;
    private final Place vertical;

    Gravity(String word, String otherWord, Place horizontal, Place vertical) {
        this.word = word;
        this.otherWord = otherWord;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /// How far from the left edge of `outer` the left edge of `inner` lies, in pixels; negative if
    /// `inner` is wider and does not start at the left.
    public int left(int outer, int inner) {
        return horizontal.offset(outer, inner);
    }

    /// How far from the upper edge of `outer` the upper edge of `inner` lies, in pixels; negative
    /// if `inner` is higher and does not start at the top.
    public int top(int outer, int inner) {
        return vertical.offset(outer, inner);
    }

    /// As [#left], but `margin` pixels away from the side that this gravity pulls to, if it pulls
    /// to one.
    public int left(int outer, int inner, int margin) {
        return horizontal.offset(outer, inner, margin);
    }

    /// As [#top], but `margin` pixels away from the side that this gravity pulls to, if it pulls to
    /// one.
    public int top(int outer, int inner, int margin) {
        return vertical.offset(outer, inner, margin);
    }

    /// Whether it pulls neither to the left nor to the right.
    boolean isCentredAcross() {
        return horizontal == Place.MIDDLE;
    }

    /// Whether it pulls neither up nor down.
    boolean isCentredDown() {
        return vertical == Place.MIDDLE;
    }

    /// The canonical spelling.
    String word() {
        return word;
    }

    /// Every spelling that is understood.
    static SortedMap<String, Gravity> words() {
        var words = new TreeMap<String, Gravity>();
        for (Gravity gravity : values()) {
            words.put(gravity.word, gravity);
            words.put(gravity.otherWord, gravity);
        }
        return words;
    }

    private enum Place {
        START,
        MIDDLE,
        END;

        int offset(int outer, int inner) {
            return switch (this) {
                case START -> 0;
                case MIDDLE -> Math.floorDiv(outer - inner, 2);
                case END -> outer - inner;
            };
        }

        int offset(int outer, int inner, int margin) {
            return switch (this) {
                case START -> margin;
                case MIDDLE -> offset(outer, inner);
                case END -> outer - inner - margin;
            };
        }
    }
}
