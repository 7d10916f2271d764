package io.imagehandler.local;

import io.imagehandler.local.sample.SamplePicture;
import io.imagehandler.local.service.ServiceDied;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Starts the whole product on this machine, and ends it with Ctrl-C.
public final class Local {

    private static final int NOT_STARTED = 2;
    private static final int DIED = 1;

    private Local() {}

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
            die(died);
        }
    }

    private static void run(Settings settings) throws IOException, InterruptedException {
        var premises = Premises.take(settings);
        EmulatorLogs.to(Stack.logs(settings).resolve("aws.log"));
        var progress = new Progress();
        var stack = Stack.start(settings, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, premises), "shutdown"));
        progress.say("seeing to a sample picture");
        SamplePicture.writeTo(settings.data().resolve(SamplePicture.NAME));
        progress.waitingFor("the services", stack.product()::awaitReady);
        stack.product().onDeath(Local::die);
        IO.println(Instructions.of(settings));
        new CountDownLatch(1).await();
    }

    private static void end(Stack stack, Premises premises) {
        stack.close();
        premises.close();
    }

    private static void die(ServiceDied died) {
        System.err.println(died.getMessage());
        System.exit(DIED);
    }

    /// The stand-ins' own threads would keep a failed start alive.
    private static void die(Thread thread, Throwable defect) {
        defect.printStackTrace();
        System.exit(DIED);
    }
}
