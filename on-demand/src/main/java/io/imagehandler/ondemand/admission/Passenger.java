package io.imagehandler.ondemand.admission;

/// One who wants what a flight comes to.
///
/// @param deadline by when
/// @param client for whom
/// @param joined run if another had begun the flight
public record Passenger(Deadline deadline, Client client, Runnable joined) {}
