package io.modeltracking.maven;

import io.modeltracking.registry.ModelNote;
import io.modeltracking.registry.RegistryException;
import java.util.Map;

/**
 * What somebody wants to be known of a model or a version, as typed; null for what stays.
 *
 * @param tags {@code name=value}, separated by commas
 * @param removed names of tags, separated by commas
 */
record ModelTagging(String description, String tags, String removed) {

    /** @throws RegistryException when it asks for nothing, or for what cannot be */
    ModelNote of(String reference) {
        if (description == null && tags == null && removed == null) {
            throw new RegistryException("Nothing is asked of " + reference
                    + ": give -Ddescription=…, -Dtags=team=pricing or -Dremove=team");
        }
        if (description != null && description.isBlank()) {
            throw new RegistryException("-Ddescription= is empty: give its text");
        }
        Map<String, String> set = TagList.set(tags);
        for (String name : TagList.names(removed)) {
            if (set.containsKey(name)) {
                throw new RegistryException(
                        "-Dtags= and -Dremove= both name the tag \"" + name + "\": give it in one of them");
            }
        }
        return new ModelNote(description, set, TagList.names(removed));
    }
}
