package io.imagehandler.rendition.upkeep;

/// Both stores, in their order.
public record Listings(Listing originals, Listing derived) {}
