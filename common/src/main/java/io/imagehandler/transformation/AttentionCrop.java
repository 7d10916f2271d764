package io.imagehandler.transformation;

/// Cuts out the window that draws most attention (edges, skin tones, saturation); nothing is
/// scaled. An extension of ours: Alibaba OSS has no such thing.
///
/// @param width 1 to [Crop#MAX_LENGTH] pixels; more than the picture has is the picture's width
/// @param height 1 to [Crop#MAX_LENGTH] pixels; more than the picture has is the picture's height
public record AttentionCrop(int width, int height) implements Operation {

    public AttentionCrop {
        Range positive = new Range(1, Crop.MAX_LENGTH);
        positive.require(width, "width");
        positive.require(height, "height");
    }
}
