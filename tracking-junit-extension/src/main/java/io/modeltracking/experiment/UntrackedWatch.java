package io.modeltracking.experiment;

import io.modeltracking.autolog.Autolog;
import io.modeltracking.autolog.Binding;
import io.modeltracking.autolog.UntrackedTraining;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Notices trainings outside any experiment, as {@code tracking.untracked} says: {@code ignore}, {@code warn} (the default)
 * or {@code fail}. They are seen only where the agent is, which an experiment or the build has brought.
 */
final class UntrackedWatch implements AutoCloseable {

    private final Console console;
    private final Binding listening;
    private final Set<String> callers = ConcurrentHashMap.newKeySet();

    private UntrackedWatch(TrackingConfiguration.Untracked mode, Console console) {
        this.console = console;
        Autolog.refuseUntracked(mode == TrackingConfiguration.Untracked.FAIL);
        this.listening = mode == TrackingConfiguration.Untracked.WARN ? Autolog.onUntracked(this::warn) : () -> {};
    }

    /** A wrong value of the property is told by the first experiment; until then, the default holds. */
    static UntrackedWatch start(Function<String, Optional<String>> parameters) {
        TrackingConfiguration.Untracked mode;
        try {
            mode = TrackingConfiguration.of(parameters).untracked();
        } catch (IllegalArgumentException e) {
            mode = TrackingConfiguration.Untracked.WARN;
        }
        return new UntrackedWatch(mode, Console.standard());
    }

    private void warn(UntrackedTraining training) {
        if (callers.add(training.caller())) {
            console.warning("a training outside any experiment, at " + training.caller()
                    + ": move it into a @ModelExperiment method, or set tracking.untracked=ignore");
        }
    }

    @Override
    public void close() {
        listening.close();
        Autolog.refuseUntracked(false);
    }
}
