package io.imagehandler.worker.health;

import io.imagehandler.style.Styles;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says whether the worker is ready. Asks no other service: an outage of theirs is none of ours.
@RestController
final class HealthController {

    private final Styles styles;

    HealthController(Styles styles) {
        this.styles = styles;
    }

    /// 200 if the engine works, which the start has shown, and styles were loaded; 503 before.
    @GetMapping("/health")
    ResponseEntity<String> health() {
        return styles.isLoaded()
                ? ResponseEntity.ok("ready")
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("not ready");
    }
}
