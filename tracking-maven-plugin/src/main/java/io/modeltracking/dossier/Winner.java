package io.modeltracking.dossier;

import io.modeltracking.registry.Evidence;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunEvent.Model;
import io.modeltracking.run.RunRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The run behind a version, and what its study has of it: a study has the data sets and evaluations of its winner. */
record Winner(RunRecord run, RunRecord study, Evidence evidence) {

    static Winner of(DossierSubject subject) {
        return new Winner(subject.run(), subject.study(), subject.version().evidence());
    }

    /** Empty when the journal is lost. */
    List<DatasetRecord> datasets() {
        if (run != null && !run.datasets().isEmpty()) {
            return run.datasets();
        }
        return study == null ? List.of() : study.datasets();
    }

    /** The last value of each metric: the run's, and of its study those that the run has not. */
    Collection<Metric> metrics() {
        Map<String, Metric> last = new LinkedHashMap<>();
        if (run != null) {
            run.metrics().forEach(metric -> last.put(metric.name(), metric));
        }
        if (study != null) {
            Set<String> own = Set.copyOf(last.keySet());
            study.metrics().stream()
                    .filter(metric -> !own.contains(metric.name()))
                    .forEach(metric -> last.put(metric.name(), metric));
        }
        return last.values();
    }

    /** The run's models that became the version. */
    List<Model> models() {
        Set<String> registered =
                evidence.files().stream().map(Evidence.File::sha256).collect(Collectors.toSet());
        return run == null
                ? List.of()
                : run.models().stream()
                        .filter(model -> registered.contains(model.sha256()))
                        .toList();
    }

    /** The different values of the params with such names, as text. */
    List<String> params(Pattern name) {
        return run == null
                ? List.of()
                : run.params().values().stream()
                        .filter(param -> name.matcher(param.name()).matches())
                        .map(param -> param.value().text())
                        .distinct()
                        .toList();
    }
}
