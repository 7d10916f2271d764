package io.imagehandler.ondemand.picture;

/// What can be said of an answer without its bytes.
///
/// @param identity by what caches know it again
/// @param mediaType of the bytes
/// @param length in bytes
public record Label(Identity identity, String mediaType, long length) {}
