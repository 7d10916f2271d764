package io.imagehandler.transformation;

import static io.imagehandler.transformation.Arguments.BARE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// How [Input] is written: a handful of actions, each at most once.
final class InputGrammar {

    private static final Range FRAMES = new Range(1, Input.MAX_FRAMES);
    private static final Range BYTES = new Range(1, Integer.MAX_VALUE);

    static final Action AUTO_ORIENT =
            setting(BARE, (input, given) -> input.withAutoOrient(given.flag(BARE)));

    static final Action CGIF =
            setting("s", (input, given) -> input.withFrames(given.integer("s", FRAMES)));

    static final Action THRESHOLD =
            setting(BARE, (input, given) -> input.withThreshold(given.integer(BARE, BYTES)));

    private InputGrammar() {}

    private static Action setting(String parameter, BiFunction<Input, Arguments, Input> reader) {
        return new Action.Setting(
                List.of(parameter), (all, given) -> all.with(reader.apply(all.input(), given)));
    }

    /// The operations that say it; none for what is asked by saying nothing.
    static List<Spelling> spell(Input input) {
        var spellings = new ArrayList<Spelling>();
        if (!input.autoOrient()) {
            spellings.add(new Spelling("auto-orient", 0));
        }
        if (input.frames() != 0) {
            spellings.add(new Spelling("cgif").with("s", input.frames()));
        }
        if (input.threshold() != 0) {
            spellings.add(new Spelling("threshold", input.threshold()));
        }
        return spellings;
    }
}
