package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.picture.Identity;
import io.imagehandler.ondemand.picture.Label;
import io.imagehandler.ondemand.picture.LookUps;
import io.imagehandler.ondemand.picture.LookUps.Prospect;
import io.imagehandler.ondemand.picture.Pictures;
import io.imagehandler.ondemand.picture.Target;
import java.io.IOException;
import java.util.Optional;

/// Answers with what is made of originals; makes it only if the answer cannot be known without.
final class PictureDelivery {

    private final LookUps lookUps;
    private final Pictures pictures;
    private final Answers answers;

    PictureDelivery(LookUps lookUps, Pictures pictures, Answers answers) {
        this.lookUps = lookUps;
        this.pictures = pictures;
        this.answers = answers;
    }

    void answer(Target.Asked target, Exchange exchange) throws IOException {
        if (exchange.conditions().isSaid()) {
            Identity identity = lookUps.identity(target);
            if (exchange.conditions().know(identity)) {
                answers.sendNothing(target, identity, exchange);
                return;
            }
        }
        answers.send(target, pictures.told(target), exchange);
    }

    void answer(Target.Made target, Exchange exchange) throws IOException {
        if (exchange.isHead() || exchange.conditions().isSaid()) {
            Prospect prospect = lookUps.prospect(target);
            if (exchange.conditions().know(prospect.identity())) {
                answers.sendNothing(target, prospect.identity(), exchange);
                return;
            }
            Optional<Label> stored =
                    exchange.isHead() ? lookUps.stored(target, prospect) : Optional.empty();
            if (stored.isPresent()) {
                answers.describe(target, stored.get(), exchange);
                return;
            }
        }
        answers.send(target, pictures.made(target), exchange);
    }
}
