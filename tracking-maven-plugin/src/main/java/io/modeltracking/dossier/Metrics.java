package io.modeltracking.dossier;

import io.modeltracking.report.Figures;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The last value of each metric of the winner and of its study, which alone looks at held-out data; in the order of logging. */
final class Metrics {

    private static final List<String> BOUNDS = List.of(".lower", ".upper");

    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, String> roles = new LinkedHashMap<>();

    private Metrics() {}

    static Metrics of(DossierSubject subject) {
        Metrics metrics = new Metrics();
        metrics.add(subject.run());
        metrics.add(subject.study());
        return metrics;
    }

    private void add(RunRecord run) {
        if (run == null) {
            return;
        }
        run.metrics().forEach(metric -> values.put(metric.name(), metric.value()));
        for (DatasetRecord data : run.datasets()) {
            roles.putIfAbsent(data.name(), data.role());
        }
    }

    /** Names of the data sets that have metrics, as they were logged. */
    List<String> datasets() {
        return roles.keySet().stream()
                .filter(data -> values.keySet().stream().anyMatch(name -> name.startsWith(data + ".")))
                .toList();
    }

    /** Those that judge: held-out ones, else those for validation. */
    List<String> heldOut() {
        List<String> held = withRole("HOLDOUT");
        return held.isEmpty() ? withRole("VALIDATION") : held;
    }

    private List<String> withRole(String role) {
        return datasets().stream().filter(data -> role.equals(roles.get(data))).toList();
    }

    long count(List<String> datasets) {
        return names(name -> !isBound(name) && datasets.stream().anyMatch(data -> name.startsWith(data + ".")))
                .size();
    }

    long intervals(List<String> datasets) {
        return names(name -> name.endsWith(".lower") && datasets.stream().anyMatch(data -> name.startsWith(data + ".")))
                .size();
    }

    List<String> names(Predicate<String> wanted) {
        return values.keySet().stream().filter(wanted).toList();
    }

    /** Names without the data set in front, each once. */
    List<String> figures() {
        Set<String> names = new LinkedHashSet<>();
        for (String data : datasets()) {
            values.keySet().stream()
                    .filter(name -> name.startsWith(data + ".") && !isBound(name))
                    .forEach(name -> names.add(name.substring(data.length() + 1)));
        }
        return new ArrayList<>(names);
    }

    /** Metrics of no data set. */
    List<String> others() {
        return names(name -> datasets().stream().noneMatch(data -> name.startsWith(data + ".")));
    }

    /** The value, with its interval where it has one; null when there is none. */
    String text(String name) {
        Double value = values.get(name);
        if (value == null) {
            return null;
        }
        Double lower = values.get(name + BOUNDS.get(0));
        Double upper = values.get(name + BOUNDS.get(1));
        return Figures.text(value)
                + (lower == null || upper == null ? "" : " [" + Figures.text(lower) + ", " + Figures.text(upper) + "]");
    }

    private boolean isBound(String name) {
        return BOUNDS.stream()
                .anyMatch(bound ->
                        name.endsWith(bound) && values.containsKey(name.substring(0, name.length() - bound.length())));
    }
}
