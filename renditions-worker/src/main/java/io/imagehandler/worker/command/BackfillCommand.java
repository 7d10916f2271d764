package io.imagehandler.worker.command;

import io.imagehandler.worker.upkeep.Halt;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/// Has changed styles applied to the originals that are there already.
public final class BackfillCommand implements Command {

    private final Supplier<Workbench> benches;
    private final Halt halt;

    /// @param benches opens what it works with
    /// @param halt stops it
    public BackfillCommand(Supplier<Workbench> benches, Halt halt) {
        this.benches = benches;
        this.halt = halt;
    }

    @Override
    public String name() {
        return "backfill";
    }

    @Override
    public String summary() {
        return "applies changed styles to the originals that are there already";
    }

    @Override
    public String help() {
        return """
        backfill --style NAME [option…]  has all originals under the style's prefix looked at: what is
                                         missing is made, what is outdated is replaced or removed
        backfill --all [option…]         the same for all styles
          --removed                      the style is gone: what was made in it is removed
          --prefix P                     only originals whose key begins with P
          --dry-run                      counts them, measures a sample of 20 of them, says what it
                                         would take in time and storage, and sends nothing
          --rate N                       at most so many originals a second; left out: 50
          --restart                      begins anew even if one was cut off
          --no-wait                      ends when all are sent, not when all are done
        backfill status                  says how far the last one has come
        backfill cancel                  stops it, wherever it runs; what was sent is done

        Ctrl-C stops it at a good place. Whether stopped or killed, the same command goes on where it
        was. The jobs go through the queue image-handler.backfill-queue, behind which no upload ever
        waits. What is as it should be is not made again. Settings are those of the worker.
        """;
    }

    @Override
    public boolean run(List<String> arguments, PrintStream out) {
        var asked = BackfillWords.parse(arguments);
        try (var session = Session.open(benches, halt)) {
            var filling = new Filling(session, out);
            return switch (asked.action()) {
                case "status" -> filling.status();
                case "cancel" -> filling.cancel();
                default -> asked.isDryRun() ? filling.estimate(asked) : filling.fill(asked);
            };
        }
    }
}
