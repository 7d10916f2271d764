package io.imagehandler.engine.inspect;

import io.imagehandler.engine.SourceFormat;

/// JPEG: markers, each with its segment, and entropy-coded data between them.
final class Jpeg implements Format {

    @Override
    public SourceFormat name() {
        return SourceFormat.JPEG;
    }

    @Override
    public boolean begins(Bytes file) {
        return file.is(0, "\u00FF\u00D8\u00FF");
    }

    @Override
    public Findings walk(Bytes file) {
        return new JpegWalk(file).run();
    }
}
