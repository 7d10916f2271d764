package io.imagehandler.worker.health;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says how the worker is. Asks no other service: an outage of theirs is none of ours.
@RestController
final class HealthController {

    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    /// 200 if the engine works, which the start has shown, styles were loaded, and messages are
    /// listened for; 503 before, and while it ends.
    @GetMapping("/health")
    ResponseEntity<String> ready() {
        return answer(health.isReady(), "ready");
    }

    /// 200 unless it must be replaced: nobody polls, or a rendering does not come to its end.
    @GetMapping("/health/live")
    ResponseEntity<String> live() {
        return answer(health.isLive(), "live");
    }

    private static ResponseEntity<String> answer(boolean holds, String word) {
        return holds
                ? ResponseEntity.ok(word)
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("not " + word);
    }
}
