package io.imagehandler.transformation;

/// Luminance in linear light, `0.2126 R + 0.7152 G + 0.0722 B` (ITU-R BT.709), back in sRGB (IEC
/// 61966-2-1); alpha is untouched.
public record Grey() implements Operation {}
