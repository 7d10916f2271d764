package io.imagehandler.benchmarks.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A process that makes pictures when it is told to: a line `case,repeats` is answered by a line
/// `CPU-microseconds,bytes`, or by one that starts with `!` and says why it cannot. Not safe for
/// use by several threads.
public final class Contender implements AutoCloseable {

    private final String name;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private Contender(String name, Process process) {
        this.name = name;
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Starts it with the allocator of the product's images.
    public static Contender start(String name, List<String> command) throws IOException {
        return start(name, command, _ -> {});
    }

    /// The same, with what is put into its environment.
    public static Contender start(
            String name, List<String> command, Consumer<Map<String, String>> environment)
            throws IOException {
        var process = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        Allocator.likeInTheImage(process);
        environment.accept(process.environment());
        return new Contender(name, process.start());
    }

    public String name() {
        return name;
    }

    /// What one of the repeats took on average; empty if this contender does not do that.
    ///
    /// @param repeats at least 1
    public Optional<Cost> run(String work, int repeats) throws IOException {
        String answer = ask(work + "," + repeats);
        return answer.startsWith("!") ? Optional.empty() : Optional.of(Cost.of(answer));
    }

    /// The line by which an order is answered, of whatever form.
    ///
    /// @throws IOException if the process has ended
    public String ask(String order) throws IOException {
        orders.println(order);
        return answer();
    }

    /// The next line, for which it was not asked.
    ///
    /// @throws IOException if the process has ended
    public String answer() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException(name + " has ended");
        }
        return answer;
    }

    /// What the process holds, in MiB.
    public long memory() throws IOException {
        return ProcessMemory.now(process.pid());
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
    }
}
