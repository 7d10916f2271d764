package io.imagehandler.ondemand.observation;

/// What a request was answered with.
///
/// @param method as it was sent; empty if it could not be read
/// @param path raw, without the query; empty if it could not be read
/// @param bytes of the body
/// @param abandoned whether the client went away before it had all of them
record Sent(String method, String path, int status, long bytes, boolean abandoned) {}
