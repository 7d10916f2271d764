package io.imagehandler.rendition.convergence;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A queue that delivers at least once and in any order, as SQS does. All messages are about the
/// same key.
final class ModelQueue {

    static final long VISIBILITY = 120_000;

    private final List<Message> messages = new ArrayList<>();
    private final SplittableRandom random;

    ModelQueue(SplittableRandom random) {
        this.random = random;
    }

    private static final class Message {
        private long visibleAt;
        private int receives;
    }

    /// A message as one receiver has it.
    static final class Delivery {

        private final Message message;
        private final int receive;

        private Delivery(Message message) {
            this.message = message;
            this.receive = message.receives;
        }

        boolean isRepeated() {
            return receive > 1;
        }

        private boolean isLatest() {
            return message.receives == receive;
        }
    }

    void send(long visibleAt) {
        var message = new Message();
        message.visibleAt = visibleAt;
        messages.add(message);
    }

    boolean hasVisible(long now) {
        for (Message message : messages) {
            if (message.visibleAt <= now) {
                return true;
            }
        }
        return false;
    }

    /// When a message becomes visible next, or [Long#MAX_VALUE].
    long nextVisible() {
        long next = Long.MAX_VALUE;
        for (Message message : messages) {
            next = Math.min(next, message.visibleAt);
        }
        return next;
    }

    /// Any of those that are visible; there is one.
    Delivery receive(long now) {
        var visible = messages.stream().filter(message -> message.visibleAt <= now).toList();
        Message message = visible.get(random.nextInt(visible.size()));
        message.receives++;
        message.visibleAt = now + VISIBILITY;
        return new Delivery(message);
    }

    /// @return whether it is still this receiver's
    boolean makeVisible(Delivery delivery, long now, long in) {
        Message message = delivery.message;
        boolean ours = messages.contains(message) && delivery.isLatest() && message.visibleAt > now;
        if (ours) {
            message.visibleAt = now + in;
        }
        return ours;
    }

    /// Removes the message; if somebody else has received it by now, perhaps not.
    void acknowledge(Delivery delivery) {
        if (delivery.isLatest() || random.nextBoolean()) {
            messages.remove(delivery.message);
        }
    }

    /// Whether it will be delivered again.
    boolean comesBack(Delivery delivery) {
        return messages.contains(delivery.message);
    }
}
