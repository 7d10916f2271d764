package io.imagehandler.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.config.SettingsPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

    @Test
    void saysEverySettingWithItsTypeAndDefault() throws IOException {
        assertThat(SettingsPage.documented("Both services", "The on-demand service"))
                .containsExactlyInAnyOrderElementsOf(SettingsPage.declared(OnDemandSettings.class));
    }
}
