package io.imagehandler.worker;

import io.imagehandler.worker.command.CommandFailed;
import io.imagehandler.worker.command.DeadLettersCommand.Task;
import io.imagehandler.worker.deadletter.DeadLetterDesk;
import io.imagehandler.worker.queue.Queue;
import java.io.PrintStream;
import java.util.Map;
import org.springframework.beans.BeansException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/// The worker's queues, by its settings, and nothing else of it.
final class DeadLetterOffice {

    private DeadLetterOffice() {}

    /// Not found by the worker's own search for configurations.
    @EnableAutoConfiguration
    @EnableConfigurationProperties(WorkerSettings.class)
    static class Wiring {}

    /// Does the task at its desk.
    ///
    /// @param out what the desk prints to
    /// @throws CommandFailed if the settings do not allow it
    static boolean with(PrintStream out, Task task) {
        var application =
                new SpringApplicationBuilder(Wiring.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .logStartupInfo(false)
                        .properties(Map.of("logging.level.root", "warn"));
        try (var context = application.run()) {
            return task.at(desk(context, out));
        } catch (BeansException wrong) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(wrong);
            throw new CommandFailed(String.valueOf(cause.getMessage()));
        }
    }

    private static DeadLetterDesk desk(ApplicationContext context, PrintStream out) {
        var sqs = context.getBean(SqsAsyncClient.class);
        var settings = context.getBean(WorkerSettings.class);
        return new DeadLetterDesk(
                sqs,
                new Queue(sqs, settings.uploadQueue(), "image-handler.upload-queue"),
                new Queue(sqs, settings.deadLetterQueue(), "image-handler.dead-letter-queue"),
                out);
    }
}
