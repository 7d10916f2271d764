package io.imagehandler.engine.inspect;

import io.imagehandler.engine.SourceFormat;

/// WebP: a RIFF file of chunks.
final class Webp implements Format {

    @Override
    public SourceFormat name() {
        return SourceFormat.WEBP;
    }

    @Override
    public boolean begins(Bytes file) {
        return file.is(0, "RIFF") && file.is(8, "WEBP");
    }

    @Override
    public Findings walk(Bytes file) {
        return new WebpWalk(file).run();
    }
}
