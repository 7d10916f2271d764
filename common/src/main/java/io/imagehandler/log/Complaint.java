package io.imagehandler.log;

import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/// Marks a line that is no warning, but is only counted as warnings are where there are too many
/// equal ones: it tells of something that others can bring about as often as they like.
public final class Complaint {

    public static final Marker MARKER = MarkerFactory.getMarker("COMPLAINT");

    private Complaint() {}
}
