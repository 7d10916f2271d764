package io.imagehandler.ondemand.admission;

/// How long a rendering may take, by what others took lately: their mean, in which each counts for
/// less the longer ago it was. Not safe for use by many threads.
final class Pace {

    /// What the newest counts for, as one part of so many.
    private static final int WEIGHT = 8;

    private long estimate;

    /// In the unit of [#took]; 0 until anything was.
    long estimate() {
        return estimate;
    }

    void took(long time) {
        estimate += estimate == 0 ? time : (time - estimate) / WEIGHT;
    }
}
