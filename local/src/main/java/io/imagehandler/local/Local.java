package io.imagehandler.local;

import io.imagehandler.local.aws.AccessKey;
import io.imagehandler.local.sample.SamplePicture;
import io.imagehandler.local.service.ServiceDied;
import io.imagehandler.local.service.ServiceSettings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// Starts the whole product on this machine, and ends it with Ctrl-C.
public final class Local implements AutoCloseable {

    private static final int NOT_STARTED = 2;
    private static final int DIED = 1;

    private final Premises premises;
    private final EmbeddedAws aws;
    private final Product product;

    private Local(Premises premises, EmbeddedAws aws, Product product) {
        this.premises = premises;
        this.aws = aws;
        this.product = product;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            IO.print(Arguments.HELP);
            return;
        }
        Thread.currentThread().setUncaughtExceptionHandler(Local::die);
        try {
            run(Arguments.parse(List.of(arguments)));
        } catch (Refusal refusal) {
            System.err.println(refusal.reason());
            System.exit(NOT_STARTED);
        } catch (ServiceDied died) {
            System.err.println(died.getMessage());
            System.exit(DIED);
        }
    }

    /// The stand-ins' own threads would keep a failed start alive.
    private static void die(Thread thread, Throwable defect) {
        defect.printStackTrace();
        System.exit(DIED);
    }

    private static void run(Settings settings) throws IOException, InterruptedException {
        var premises = Premises.take(settings);
        EmulatorLogs.to(settings.data().resolve("logs").resolve("aws.log"));
        var progress = new Progress();
        var local = start(settings, premises, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(local::close, "shutdown"));
        progress.waitingFor("the services", local.product::awaitReady);
        local.product.onDeath(died -> {
            System.err.println(died.getMessage());
            System.exit(DIED);
        });
        IO.println(Instructions.of(settings));
        new CountDownLatch(1).await();
    }

    private static Local start(Settings settings, Premises premises, Progress progress)
            throws IOException {
        progress.say("S3, SQS and DynamoDB, kept in " + settings.data());
        var product = new AtomicReference<Product>();
        var aws =
                EmbeddedAws.start(
                        new EmbeddedAws.Ports(
                                settings.s3Port(), settings.sqsPort(), settings.dynamoDbPort()),
                        settings.data(),
                        settings.events(),
                        change -> {
                            var running = product.get();
                            if (running != null) {
                                running.forget(change);
                            }
                        });
        progress.say("on-demand, renditions-worker and the edge");
        product.set(
                Product.start(
                        new ServiceSettings(
                                aws.endpoints(),
                                AccessKey.LOCAL,
                                settings.engine().name().toLowerCase(Locale.ROOT),
                                settings.libvips()),
                        new Product.Ports(
                                settings.edgePort(),
                                settings.onDemandPort(),
                                settings.workerPort()),
                        settings.data().resolve("logs")));
        SamplePicture.writeTo(settings.data().resolve(SamplePicture.NAME));
        return new Local(premises, aws, product.get());
    }

    @Override
    public void close() {
        product.close();
        aws.close();
        try {
            premises.close();
        } catch (IOException e) {
            System.err.println("the folder's lock is not released: " + e);
        }
    }
}
