package io.modeltracking.registry;

import java.util.List;
import java.util.Map;

/**
 * A version of a model.
 *
 * @param number from 1
 * @param history every event about it, the registration first
 */
public record ModelVersion(
        String model,
        int number,
        Stage stage,
        Evidence evidence,
        String description,
        Map<String, String> tags,
        List<Change> history) {

    public ModelVersion {
        tags = Map.copyOf(tags);
        history = List.copyOf(history);
    }

    /** The last event that put it where it stands; the registration when it never moved. */
    public Change lastMove() {
        for (int i = history.size() - 1; i > 0; i--) {
            ModelEvent event = history.get(i).event();
            if (event instanceof ModelEvent.Promote
                    || event instanceof ModelEvent.Rollback
                    || event instanceof ModelEvent.Archive) {
                return history.get(i);
            }
        }
        return history.get(0);
    }

    /** {@code motor-frequency/3}. */
    @Override
    public String toString() {
        return model + "/" + number;
    }
}
