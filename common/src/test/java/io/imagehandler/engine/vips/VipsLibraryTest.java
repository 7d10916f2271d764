package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.vips.VipsLibrary.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

class VipsLibraryTest {

    @Test
    void takesNothingInPlaceOfWhatWasConfigured() {
        assertThat(VipsLibrary.find("/nowhere/libvips.so"))
                .isEqualTo(
                        new Search.Absent(
                                "there is no library /nowhere/libvips.so that can be loaded"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatALibraryIsAnother() {
        assertThat(VipsLibrary.find("libm.so.6"))
                .isInstanceOfSatisfying(
                        Search.Absent.class,
                        absent -> assertThat(absent.reason()).contains("libm.so.6"));
    }

    @Test
    @ExtendWith(Libvips.class)
    void saysWhereItFoundTheLibrary() {
        assertThat(Libvips.library().place()).contains("vips");
    }
}
