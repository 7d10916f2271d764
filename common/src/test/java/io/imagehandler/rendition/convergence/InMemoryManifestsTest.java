package io.imagehandler.rendition.convergence;

/// The fake that other tests rely on keeps the contract.
class InMemoryManifestsTest implements ManifestsContract {

    private final InMemoryManifests manifests = new InMemoryManifests();

    @Override
    public Manifests manifests() {
        return manifests;
    }
}
