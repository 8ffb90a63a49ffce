package io.modeltracking.registry;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What somebody wants to be known of a model or a version.
 *
 * @param description the new one, or null for the one there is
 * @param tags to set
 * @param removed names of tags to take away
 */
public record ModelNote(String description, Map<String, String> tags, List<String> removed) {

    public ModelNote {
        tags = Map.copyOf(tags);
        removed = List.copyOf(removed);
    }

    /** @throws RegistryException when there is no such model, version or tag to remove */
    ModelEvent.Note of(Registry registry, String reference, Actor actor, String reason) {
        if (Registry.namesVersion(reference)) {
            ModelVersion version = registry.version(reference);
            checkRemoved(version.toString(), version.tags());
            return event(version.model(), version.number(), actor, reason);
        }
        RegisteredModel model = registry.model(reference);
        checkRemoved(model.name(), model.tags());
        return event(model.name(), null, actor, reason);
    }

    private ModelEvent.Note event(String model, Integer version, Actor actor, String reason) {
        return new ModelEvent.Note(model, version, description, tags, removed, actor, reason);
    }

    private void checkRemoved(String whose, Map<String, String> there) {
        for (String tag : removed) {
            if (!there.containsKey(tag)) {
                throw new RegistryException(whose + " has no tag \"" + tag + "\": "
                        + (there.isEmpty()
                                ? "it has none"
                                : "it has " + String.join(", ", new TreeSet<>(there.keySet()))));
            }
        }
    }
}
