package io.imagehandler.engine.metadata;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the fields of Exif that may be told.
///
/// The library walks the TIFF structure only: it enters the first directory and the one of the
/// shooting settings, once each, and makes a value of nothing but what is in [ExifField]. So there
/// is no recursion, positions and makers' notes are never read, and a structure whose entries all
/// point at the same large block costs nothing.
final class Exif extends DirectoryTiffHandler {

    private static final int SETTINGS = 0x8769;

    private boolean entered;

    private Exif(Metadata metadata) {
        super(metadata, null);
        pushDirectory(ExifIFD0Directory.class);
    }

    /// By their names; those that are absent or make no sense are left out.
    ///
    /// @param tiff from the byte order mark on
    static Map<String, String> fields(byte[] tiff) {
        var metadata = new Metadata();
        try {
            new TiffReader().processTiff(new ByteArrayReader(tiff), new Exif(metadata), 0);
        } catch (TiffProcessingException | IOException _) {
            return Map.of();
        }
        var fields = new TreeMap<String, String>();
        for (Directory directory : metadata.getDirectories()) {
            for (ExifField field : ExifField.values()) {
                field.in(directory).ifPresent(text -> fields.putIfAbsent(field.word(), text));
            }
        }
        return fields;
    }

    @Override
    public void setTiffMarker(int marker) {
        // Whatever follows the byte order: some cameras write another number than 42.
    }

    @Override
    public boolean tryEnterSubIfd(int tag) {
        if (tag != SETTINGS || entered) {
            return false;
        }
        entered = true;
        pushDirectory(ExifSubIFDDirectory.class);
        return true;
    }

    /// The directory that follows is of the thumbnail.
    @Override
    public boolean hasFollowerIfd() {
        return false;
    }

    @Override
    public @Nullable Long tryCustomProcessFormat(int tag, int format, long count) {
        return null;
    }

    /// Claims as done what no value shall be made of.
    @Override
    public boolean customProcessTag(
            int valueAt,
            Set<Integer> visited,
            int start,
            RandomAccessReader reader,
            int tag,
            int length) {
        return !ExifField.isTold(tag, length);
    }

    @Override
    public void warn(String message) {}

    /// Damaged metadata is metadata that is not there.
    @Override
    public void error(String message) {}
}
