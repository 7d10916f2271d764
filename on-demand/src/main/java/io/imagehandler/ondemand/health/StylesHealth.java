package io.imagehandler.ondemand.health;

import io.imagehandler.style.Styles;
import io.imagehandler.style.StylesNotLoaded;
import org.springframework.boot.health.contributor.Health;

/// How the styles are.
final class StylesHealth {

    private StylesHealth() {}

    static Health of(Styles styles) {
        Health.Builder health = inForce(styles);
        styles.age().ifPresent(age -> health.withDetail("ageSeconds", age.toSeconds()));
        return health.withDetail("leftOut", styles.leftOut()).build();
    }

    private static Health.Builder inForce(Styles styles) {
        try {
            return Health.up().withDetail("count", styles.all().size());
        } catch (StylesNotLoaded none) {
            return Health.down();
        }
    }
}
