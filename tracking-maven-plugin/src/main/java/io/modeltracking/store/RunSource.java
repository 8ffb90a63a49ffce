package io.modeltracking.store;

import io.modeltracking.run.TrackingRoot;
import java.util.Collection;
import java.util.Optional;

/** Where earlier runs are asked for: this machine's index, or that of a shared store. */
public interface RunSource {

    /** The index as it is, to read from; the caller closes it. Empty where there is none, or it does not open. */
    Optional<HistoryStore> open();

    /** Brings the journals of runs here, those that are nowhere left out. */
    void need(Collection<String> ids);

    /** As {@link #need}, with the artifacts of the runs. */
    void needWhole(Collection<String> ids);

    /** What this machine has. */
    static RunSource local(TrackingRoot root) {
        return new RunSource() {
            @Override
            public Optional<HistoryStore> open() {
                return History.peek(root);
            }

            @Override
            public void need(Collection<String> ids) {
                // All that its index knows is here.
            }

            @Override
            public void needWhole(Collection<String> ids) {
                // All that its index knows is here.
            }
        };
    }
}
