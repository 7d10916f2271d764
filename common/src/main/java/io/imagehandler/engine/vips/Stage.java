package io.imagehandler.engine.vips;

import java.lang.foreign.Arena;

/// Where the picture at hand lives while step after step is carried out: what the steps before made
/// is let go as soon as nothing is read from it any more. Confined to one thread.
final class Stage implements AutoCloseable {

    private final Vips vips;
    private Act act = new Act();

    Stage(Vips vips) {
        this.vips = vips;
    }

    /// Until the next settling.
    Session session() {
        return new Session(vips, act.arena);
    }

    /// The frames as pictures of this stage. What they are made of must live longer.
    Frames enter(Frames frames) {
        return frames.everywhere(picture -> picture.in(session()));
    }

    /// The frames in memory, for a step that reads them more than once or in any order. No other
    /// picture of this stage may be used afterwards.
    Frames settled(Frames frames) {
        Act before = act;
        act = new Act();
        try {
            return frames.everywhere(picture -> picture.inMemory().in(session()));
        } finally {
            before.arena.close();
        }
    }

    @Override
    public void close() {
        act.arena.close();
    }

    private static final class Act {

        final Arena arena = Arena.ofConfined();
    }
}
