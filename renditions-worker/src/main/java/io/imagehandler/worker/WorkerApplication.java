package io.imagehandler.worker;

import io.imagehandler.config.CommonConfiguration;
import io.imagehandler.config.StyleBooks;
import io.imagehandler.worker.command.BackfillCommand;
import io.imagehandler.worker.command.Command;
import io.imagehandler.worker.command.Commands;
import io.imagehandler.worker.command.DeadLettersCommand;
import io.imagehandler.worker.command.ImportStylesCommand;
import io.imagehandler.worker.command.ReconcileCommand;
import io.imagehandler.worker.command.StylesCommand;
import io.imagehandler.worker.upkeep.Halt;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/// Renders every eager style of an upload, before anybody asks.
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerSettings.class)
@Import(CommonConfiguration.class)
public class WorkerApplication {

    public static void main(String... arguments) {
        var commands = new Commands(commands(), System.out, System.err);
        commands.run(List.of(arguments))
                .ifPresentOrElse(
                        System::exit,
                        () -> SpringApplication.run(WorkerApplication.class, arguments));
    }

    private static List<Command> commands() {
        String table = Objects.requireNonNullElse(System.getenv("IMAGE_HANDLER_STYLE_TABLE"), "");
        var halt = new Halt();
        return List.of(
                new StylesCommand(table, StyleBooks::inDynamoDb),
                new ImportStylesCommand(table, StyleBooks::former, StyleBooks::inDynamoDb),
                new DeadLettersCommand(DeadLetterOffice::with),
                new BackfillCommand(Workshop::open, halt),
                new ReconcileCommand(Workshop::open, halt));
    }
}
