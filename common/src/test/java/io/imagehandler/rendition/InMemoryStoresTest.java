package io.imagehandler.rendition;

import org.junit.jupiter.api.Nested;

/// The fakes that other tests rely on keep the contracts of what they stand for.
class InMemoryStoresTest {

    @Nested
    class OfOriginals implements OriginalsContract {

        private final InMemoryOriginals originals = new InMemoryOriginals();

        @Override
        public Originals originals() {
            return originals;
        }

        @Override
        public void upload(String key, byte[] bytes, String contentType) {
            originals.upload(key, bytes, contentType);
        }
    }

    @Nested
    class OfRenditions implements RenditionsContract {

        private final InMemoryRenditions renditions = new InMemoryRenditions();

        @Override
        public Renditions renditions() {
            return renditions;
        }
    }
}
