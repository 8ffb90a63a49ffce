package io.modeltracking.report;

import io.modeltracking.registry.Registry;
import java.util.List;
import java.util.Objects;

/**
 * What was there before a build: its models and their versions.
 *
 * @param registry as the ledger has it
 */
public record Past(Registry registry) {

    /** No model was ever registered. */
    public static final Past NONE = new Past(Registry.of(List.of()));

    public Past {
        Objects.requireNonNull(registry, "registry");
    }
}
