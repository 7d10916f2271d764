package io.imagehandler.transformation;

/// One thing that is done to the pixels, in the terms of the request language.
///
/// Only the effective meaning is kept: requests that mean the same have equal operations, and what
/// can never change a picture is no operation.
public sealed interface Operation
        permits AttentionCrop,
                Blur,
                Bright,
                Circle,
                Contrast,
                Crop,
                Grey,
                IndexCrop,
                Resize,
                Rotate,
                RoundedCorners,
                Sharpen,
                Watermark {}
