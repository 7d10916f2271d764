package io.imagehandler.transformation;

/// Cuts the picture into strips and keeps one of them; the last one may be narrower. The picture
/// stays as it is if there are not that many.
///
/// @param axis along which the strips are counted
/// @param length of a strip along the axis, 1 to [Crop#MAX_LENGTH] pixels
/// @param index of the strip that is kept, from 0 to [Crop#MAX_LENGTH]
public record IndexCrop(Axis axis, int length, int index) implements Operation, MarkOperation {

    public IndexCrop {
        IndexCropGrammar.LENGTH.require(length, "length");
        CropGrammar.LENGTH.require(index, "index");
    }

    /// Which way strips follow one another.
    public enum Axis {
        /// From left to right: vertical strips.
        X("x"),
        /// From top to bottom: horizontal strips.
        Y("y");

        private final String parameter;

        Axis(String parameter) {
            this.parameter = parameter;
        }

        String parameter() {
            return parameter;
        }
    }
}
