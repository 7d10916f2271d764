package io.imagehandler.local.chaos.worker;

/// The rows that take seconds, with every run of the tests.
final class EventsIT extends EventsChaos {}
