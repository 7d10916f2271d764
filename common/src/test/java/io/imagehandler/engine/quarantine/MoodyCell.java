package io.imagehandler.engine.quarantine;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.inspect.Inspector;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/// The program of a cell with a [MoodyEngine].
final class MoodyCell {

    private MoodyCell() {}

    public static void main(String... arguments) {
        Cell.serve(
                new MoodyEngine(),
                new Inspector(ImageLimits.DEFAULT),
                System.in,
                new FileOutputStream(FileDescriptor.out));
        Runtime.getRuntime().halt(0);
    }
}
