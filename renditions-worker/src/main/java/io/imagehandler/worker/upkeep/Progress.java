package io.imagehandler.worker.upkeep;

/// Who is shown how far it has come. For one thread.
public interface Progress extends AutoCloseable {

    /// Begins.
    ///
    /// @param total how many originals there are; -1 if that is not known
    /// @param done how many of them were done before, by a run that was cut off
    void begin(long total, long done);

    /// So many are done.
    ///
    /// @param done with those of [#begin]
    /// @param waiting how many jobs wait in the queue or are worked on
    void reach(long done, long waiting);

    /// Shows no more.
    @Override
    void close();

    /// Shows nobody.
    static Progress none() {
        return new Progress() {
            @Override
            public void begin(long total, long done) {}

            @Override
            public void reach(long done, long waiting) {}

            @Override
            public void close() {}
        };
    }

    /// Shows two.
    default Progress and(Progress other) {
        Progress one = this;
        return new Progress() {
            @Override
            public void begin(long total, long done) {
                one.begin(total, done);
                other.begin(total, done);
            }

            @Override
            public void reach(long done, long waiting) {
                one.reach(done, waiting);
                other.reach(done, waiting);
            }

            @Override
            public void close() {
                one.close();
                other.close();
            }
        };
    }
}
