package io.modeltracking.dossier;

import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.run.RunRecord;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What belongs to a model's history.
 *
 * @param experiments that its versions come from
 * @param considered ids of the runs that the version was chosen among
 */
record Scope(String model, Set<String> experiments, Set<String> considered) {

    /** @param events at least those about the model */
    static Scope of(ModelVersion version, List<LedgerEvent> events) {
        return new Scope(
                version.model(),
                events.stream()
                        .filter(event -> version.model()
                                .equals(event.body().path("model").asText()))
                        .map(event ->
                                event.body().path("evidence").path("experiment").asText(null))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                version.evidence().considered().stream()
                        .map(Evidence.Considered::run)
                        .collect(Collectors.toSet()));
    }

    boolean holds(RunRecord run) {
        return model.equals(run.started().model())
                || experiments.contains(run.experiment())
                || considered.contains(run.id());
    }

    boolean holds(ListedRun run) {
        return experiments.contains(run.experiment()) || considered.contains(run.id());
    }

    /** @param runs ids of those that are there */
    boolean holds(LedgerEvent event, Set<String> runs) {
        return model.equals(event.body().path("model").asText())
                || ListedRun.of(event).stream().anyMatch(run -> holds(run) || runs.contains(run.id()));
    }
}
