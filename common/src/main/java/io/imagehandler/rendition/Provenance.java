package io.imagehandler.rendition;

/// What a rendition was made of; stored beside it as the metadata `source-etag` and `style-hash`.
///
/// @param source the original's tag
/// @param recipe a digest of the canonical text and the engine's version
public record Provenance(EntityTag source, String recipe) {}
