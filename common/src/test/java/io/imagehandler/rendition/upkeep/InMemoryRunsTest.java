package io.imagehandler.rendition.upkeep;

class InMemoryRunsTest implements RunsContract {

    @Override
    public Runs runs() {
        return new InMemoryRuns();
    }
}
