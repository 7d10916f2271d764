package io.imagehandler.benchmarks.measure;

/// What making a picture once took.
///
/// @param micros processor time of the whole process, in microseconds
/// @param bytes what came out
public record Cost(long micros, long bytes) {

    static Cost of(String line) {
        int comma = line.indexOf(',');
        return new Cost(
                Long.parseLong(line.substring(0, comma)),
                Long.parseLong(line.substring(comma + 1)));
    }
}
