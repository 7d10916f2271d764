package io.imagehandler.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page in Markdown with places for what the parts print: `<!-- bench:engine -->` to `<!-- end
/// -->`.
///
/// @param file the page, which must be there
record Document(Path file) {

    /// The page with `table` in the place of `part`.
    ///
    /// @throws IOException also if there is no such place
    void put(String part, String table) throws IOException {
        Files.writeString(file, with(Files.readString(file), part, table));
    }

    static String with(String page, String part, String table) throws IOException {
        String mark = "<!-- bench:" + part + " -->";
        int begin = page.indexOf(mark);
        int end = page.indexOf("<!-- end -->", begin);
        if (begin < 0 || end < 0) {
            throw new IOException("there is no place for the part '" + part + "'");
        }
        return page.substring(0, begin + mark.length())
                + "\n\n"
                + table
                + "\n\n"
                + page.substring(end);
    }
}
