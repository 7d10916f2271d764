package io.imagehandler.transformation;

/// One thing that is done to the picture of a watermark before it is one.
public sealed interface MarkOperation
        permits Crop, IndexCrop, MarkOperation.ToShare, Resize, Rotate {

    /// Scales the mark in proportion, up or down, into a share of the picture that is marked:
    /// `round(W * percent / 100)` by `round(H * percent / 100)`, as Alibaba OSS does.
    ///
    /// @param percent 1 to 100
    record ToShare(int percent) implements MarkOperation {
        public ToShare {
            new Range(1, 100).require(percent, "percent");
        }
    }
}
