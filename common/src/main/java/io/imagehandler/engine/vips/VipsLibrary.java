package io.imagehandler.engine.vips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A libvips that has been loaded into this process, with every function that we call.
public final class VipsLibrary {

    private static final String SYSTEM = "libvips.so.42";

    /// Debian has these apart; the build of npm has them in the same file.
    private static final List<String> GLIB = List.of("libgobject-2.0.so.0", "libglib-2.0.so.0");

    private final LibVips functions;
    private final String place;

    private VipsLibrary(LibVips functions, String place) {
        this.functions = functions;
        this.place = place;
    }

    /// What came of looking for libvips.
    public sealed interface Search {

        /// @param library the first that was found
        record Found(VipsLibrary library) implements Search {}

        /// @param reason why there is none, in one sentence for operators
        record Absent(String reason) implements Search {}
    }

    /// Looks for libvips: where `configured` says; if that is blank, in the npm package beside the
    /// product (below the working directory or one of its parents), then where the system has it.
    ///
    /// A configured library that cannot be loaded is absent: nothing else is taken in its place.
    ///
    /// @param configured the path of the library's file, or blank
    public static Search find(String configured) {
        if (!configured.isBlank()) {
            return load(configured.strip());
        }
        return besideTheProduct().map(path -> load(path.toString())).orElseGet(() -> load(SYSTEM));
    }

    LibVips functions() {
        return functions;
    }

    /// The file that was loaded, for logs.
    public String place() {
        return place;
    }

    private static Search load(String file) {
        var symbols = open(file);
        if (symbols.isEmpty()) {
            return new Search.Absent("there is no library " + file + " that can be loaded");
        }
        try {
            var all =
                    GLIB.stream()
                            .flatMap(name -> open(name).stream())
                            .reduce(symbols.get(), SymbolLookup::or);
            return new Search.Found(new VipsLibrary(Binding.of(LibVips.class, all), file));
        } catch (NoSuchElementException e) {
            return new Search.Absent(
                    "the library " + file + " is too old or not libvips: " + e.getMessage());
        }
    }

    @SuppressWarnings("restricted") // Loading C is what this class is for.
    private static Optional<SymbolLookup> open(String file) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(file, Arena.global()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Path> besideTheProduct() {
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        var below = Path.of("native", "node_modules", "@img", "sharp-libvips-linux-" + processor);
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var directory = at.resolve(below).resolve("lib");
            if (Files.isDirectory(directory)) {
                return libraryIn(directory);
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> libraryIn(Path directory) {
        try (var files = Files.newDirectoryStream(directory, "libvips-cpp.so.*")) {
            var paths = files.iterator();
            return paths.hasNext() ? Optional.of(paths.next()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
