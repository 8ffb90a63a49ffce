package io.modeltracking.report;

import io.modeltracking.registry.Registry;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was there before a build: its models and their versions.
 *
 * @param registry as the ledger has it
 * @param champions by id, the runs and studies of the versions in Production, as far as the history has them
 * @param earlier runs of the module in earlier builds, trials left out, in the order of their start
 */
public record Past(Registry registry, Map<String, ReportRun> champions, List<EarlierRun> earlier) {

    /** No model was ever registered. */
    public static final Past NONE = new Past(Registry.of(List.of()), Map.of(), List.of());

    public Past {
        Objects.requireNonNull(registry, "registry");
        champions = Map.copyOf(champions);
        earlier = List.copyOf(earlier);
    }
}
