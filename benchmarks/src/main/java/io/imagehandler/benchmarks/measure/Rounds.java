package io.imagehandler.benchmarks.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Has all contenders do the same work in turn, round after round, each round in another order, so
/// that what else runs on the machine disturbs all alike. The first round warms up and is not
/// counted.
public final class Rounds {

    /// Long enough for the clock that counts processor time.
    private static final long LEAST_MICROS = 300_000;

    /// Until the JIT compiler of a JVM has nothing left to do; the others are not the worse for it.
    private static final long WARM_UP_MICROS = 6_000_000;

    /// Where most of the code was warmed up by other work.
    private static final long AGAIN_MICROS = 1_500_000;

    /// Who takes longer is far behind, and does only the first rounds.
    private static final long SLOW_MICROS = 1_500_000;

    private static final int SLOW_ROUNDS = 3;

    private final List<Contender> contenders;
    private final int rounds;
    private final Set<Contender> warm = new HashSet<>();

    /// @param rounds that are counted, at least 1
    public Rounds(List<Contender> contenders, int rounds) {
        this.contenders = List.copyOf(contenders);
        this.rounds = rounds;
    }

    /// The costs of each contender that does it, in the order of the rounds.
    public Map<String, List<Cost>> of(String work) throws IOException {
        var runners = new ArrayList<Runner>();
        for (Contender contender : contenders) {
            ready(contender, work).ifPresent(runners::add);
        }
        run(runners);
        var costs = new LinkedHashMap<String, List<Cost>>();
        runners.forEach(runner -> costs.put(runner.contender().name(), runner.costs()));
        return costs;
    }

    /// What the second contender takes for its work, times what the first takes for its own.
    ///
    /// @throws IOException also if one of them does not do its work
    public Ratio both(String first, String second) throws IOException {
        var runners = new ArrayList<Runner>();
        ready(contenders.getFirst(), first).ifPresent(runners::add);
        ready(contenders.getLast(), second).ifPresent(runners::add);
        if (runners.size() < 2) {
            throw new IOException("one of them cannot do this");
        }
        run(runners);
        return Ratio.of(runners.getLast().micros(), runners.getFirst().micros());
    }

    private Optional<Runner> ready(Contender contender, String work) throws IOException {
        return warm(contender, work)
                .map(cost -> new Runner(contender, work, cost, new ArrayList<>()));
    }

    private void run(List<Runner> runners) throws IOException {
        var order = new ArrayList<>(runners);
        for (int round = 0; round < rounds; round++) {
            Collections.rotate(order, 1);
            for (Runner runner : order) {
                if (round < SLOW_ROUNDS || !runner.slow()) {
                    runner.costs()
                            .add(
                                    runner.contender()
                                            .run(runner.work(), runner.repeats())
                                            .orElseThrow());
                }
            }
            System.err.printf("\rround %d of %d", round + 1, rounds);
        }
        System.err.printf("\r%70s\r", "");
    }

    private record Runner(Contender contender, String work, Cost warm, List<Cost> costs) {

        double[] micros() {
            return costs.stream().mapToDouble(Cost::micros).toArray();
        }

        /// How often it must be done to be measured.
        int repeats() {
            return times(LEAST_MICROS, warm);
        }

        boolean slow() {
            return warm.micros() > SLOW_MICROS;
        }
    }

    /// What it costs once it is warm; empty if the contender does not do it.
    private Optional<Cost> warm(Contender contender, String work) throws IOException {
        Optional<Cost> cold = contender.run(work, 1);
        if (cold.isEmpty() || cold.get().micros() > 2 * SLOW_MICROS) {
            return cold;
        }
        long micros = warm.add(contender) ? WARM_UP_MICROS : AGAIN_MICROS;
        return contender.run(work, times(micros, cold.get()));
    }

    private static int times(long micros, Cost cost) {
        return Math.clamp(micros / Math.max(1, cost.micros()), 1, 400);
    }
}
