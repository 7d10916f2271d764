package io.imagehandler.rendition;

/// What is said about a stored file.
///
/// @param mediaType of `text`
public record Answer(String mediaType, String text) {}
