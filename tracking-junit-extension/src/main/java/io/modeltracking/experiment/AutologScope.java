package io.modeltracking.experiment;

import io.modeltracking.autolog.Autolog;
import io.modeltracking.autolog.Binding;

/** Trainings on this thread, and on those it starts, are logged to a run while this is open. */
interface AutologScope extends AutoCloseable {

    AutologScope NONE = () -> {};

    /** @param on whether the experiment wants it; else trainings are neither logged nor counted as untracked */
    static AutologScope bind(RunScope scope, boolean on) {
        if (!on) {
            scope.log().warning("autolog-off", "autologging was turned off for this experiment");
            scope.sink().unseen();
            return Autolog.mute()::close;
        }
        Autolog.State state = Autolog.ensureInstalled();
        if (!state.on()) {
            scope.log().warning("autolog-off", "autologging was off: " + state.reason());
            scope.sink().unseen();
        } else if (state.mode() == Autolog.Mode.ATTACHED) {
            scope.sink().seenInPart();
        }
        Binding binding = Autolog.bind(scope.sink());
        return binding::close;
    }

    @Override
    void close();
}
