package io.imagehandler.transformation;

/// What a text of the language asks for: a picture made of the original, or an answer about it.
public sealed interface Processing permits Query, Transformation {}
