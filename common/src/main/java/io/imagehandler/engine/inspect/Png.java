package io.imagehandler.engine.inspect;

import io.imagehandler.engine.SourceFormat;

/// PNG: a signature, then chunks, each with its length and a check sum.
final class Png implements Format {

    static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

    @Override
    public SourceFormat name() {
        return SourceFormat.PNG;
    }

    @Override
    public boolean begins(Bytes file) {
        return file.is(0, SIGNATURE);
    }

    @Override
    public Findings walk(Bytes file) {
        return new PngWalk(file).run();
    }
}
