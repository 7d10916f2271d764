package io.imagehandler.benchmarks.served;

import java.net.URI;

/// A server that makes pictures of one photograph.
public interface Server extends AutoCloseable {

    /// How many renditions of each kind there are.
    int RENDITIONS = 2_400;

    String name();

    /// The process that makes them.
    ProcessHandle process();

    /// A WebP of 701 to 900 pixels, of a quality from 66 to 77 and of effort 2, whoever makes it.
    ///
    /// @param number 0 to [#RENDITIONS] - 1; another rendition for each
    URI equal(int number);

    /// A WebP as this server makes them if nobody says how.
    ///
    /// @param number as [#equal]
    /// @param quality 1 to 100; of this product, whose users can ask for it
    URI usual(int number, int quality);

    @Override
    void close();

    /// Of a rendition, in pixels.
    static int width(int number) {
        return 701 + number % 200;
    }

    /// Of a rendition of [#equal].
    static int quality(int number) {
        return 66 + number / 200 % 12;
    }
}
