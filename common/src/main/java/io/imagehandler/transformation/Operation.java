package io.imagehandler.transformation;

/// One thing that is done to the pixels, in the terms of the request language.
public sealed interface Operation permits Rotate {}
