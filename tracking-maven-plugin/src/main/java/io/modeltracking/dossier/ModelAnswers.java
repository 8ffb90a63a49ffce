package io.modeltracking.dossier;

import static io.modeltracking.registry.Inventory.NOT_PROVIDED;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Feature;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the runs' records answer to the checklist; null where nothing does. */
final class ModelAnswers {

    static final List<String> VALIDATION = List.of("lift", "lorenz", "calibration", "actual_expected", "murphy");
    static final List<String> EXPLANATION = List.of("coefficients", "importance", "shap");

    private final DossierSubject subject;
    private final RunRecord run;
    private final List<HistoryRow> history;
    private final Metrics metrics;

    ModelAnswers(DossierSubject subject, List<HistoryRow> history) {
        this.subject = subject;
        this.run = subject.run();
        this.history = history;
        this.metrics = Metrics.of(subject);
    }

    String data() {
        return datasets().isEmpty()
                ? null
                : datasets().stream().map(ModelAnswers::data).collect(Collectors.joining("; "))
                        + "; duplicates and outliers: " + NOT_PROVIDED;
    }

    private static String data(DatasetRecord data) {
        long missing =
                data.columns().stream().mapToLong(DatasetRecord.Column::missing).sum();
        return data.name() + ": " + data.rows() + " rows, " + data.columns().size() + " columns, " + missing
                + " values missing";
    }

    String dictionary(String meaning) {
        Set<String> columns = new TreeSet<>();
        datasets().forEach(data -> data.columns().forEach(column -> columns.add(column.name())));
        if (columns.isEmpty() && meaning == null) {
            return null;
        }
        return columns.size() + " columns with name, type and range; meaning: "
                + (meaning == null ? NOT_PROVIDED : meaning);
    }

    String split() {
        if (datasets().size() < 2) {
            return null;
        }
        String sizes =
                datasets().stream().map(data -> data.name() + " " + data.rows()).collect(Collectors.joining(", "));
        String seeds = run.seeds().stream()
                .filter(seed -> seed.path().contains("split"))
                .map(seed -> seed.seed() + " (" + seed.version() + " of root " + seed.root() + ", "
                        + String.join("/", seed.path()) + ")")
                .collect(Collectors.joining(", "));
        return "rows: " + sizes + "; seed: " + (seeds.isEmpty() ? NOT_PROVIDED : seeds);
    }

    String software() {
        EnvironmentState environment = subject.environment();
        return environment == null
                ? null
                : environment.javaVendor() + " " + environment.javaRuntime() + ", " + environment.osName() + " "
                        + environment.osArch() + ", "
                        + environment.classPath().size() + " entries of the class path with SHA-256";
    }

    String code() {
        SourceState source = subject.source();
        return source == null || source.commit() == null
                ? null
                : "commit " + source.commit() + (source.branch() == null ? "" : " on " + source.branch())
                        + (source.dirty() ? ", DIRTY: " + source.overlay().size() + " files differ" : ", clean");
    }

    String params() {
        if (run == null || run.params().isEmpty()) {
            return null;
        }
        Map<String, Long> origins = new TreeMap<>(run.params().values().stream()
                .collect(Collectors.groupingBy(
                        param -> (param.origin() == null ? Origin.USER : param.origin())
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'),
                        Collectors.counting())));
        return run.params().size() + " params: "
                + origins.entrySet().stream()
                        .map(origin -> origin.getValue() + " " + origin.getKey())
                        .collect(Collectors.joining(", "));
    }

    String experiments() {
        Map<String, Long> outcomes = new TreeMap<>(
                history.stream().collect(Collectors.groupingBy(HistoryRow::outcome, Collectors.counting())));
        return history.isEmpty()
                ? null
                : history.size() + " runs: "
                        + outcomes.entrySet().stream()
                                .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                                .collect(Collectors.joining(", "));
    }

    String dropped(String reason) {
        Set<String> all = new TreeSet<>();
        subject.history().forEach(other -> all.addAll(features(other)));
        if (run == null || all.isEmpty()) {
            return reason;
        }
        all.removeAll(features(run));
        return all.isEmpty()
                ? "no run of the history had a feature that this one has not" + (reason == null ? "" : "; " + reason)
                : "in other runs only: " + String.join(", ", all) + "; reason: "
                        + (reason == null ? NOT_PROVIDED : reason);
    }

    private static Set<String> features(RunRecord run) {
        return run.models().stream()
                .flatMap(model -> model.features().stream())
                .map(Feature::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String metrics() {
        List<String> held = metrics.heldOut();
        return held.isEmpty()
                ? null
                : String.join(", ", held) + ": " + metrics.count(held) + " metrics, " + metrics.intervals(held)
                        + " with an interval";
    }

    /** Charts and tables of a kind. */
    String charts(List<String> kinds) {
        List<RunRecord> runs = new ArrayList<>();
        if (subject.study() != null) {
            runs.add(subject.study());
        }
        if (run != null) {
            runs.add(run);
        }
        Set<String> names = runs.stream()
                .flatMap(record -> record.artifacts().stream())
                .map(Artifact::name)
                .filter(name -> kinds.stream().anyMatch(name.substring(name.lastIndexOf('/') + 1)::startsWith))
                .map(name -> name.replaceAll("\\.[a-z]+$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty() ? null : String.join(", ", names);
    }

    String stability() {
        if (run == null) {
            return null;
        }
        List<String> found = new ArrayList<>();
        run.checks().stream()
                .filter(check -> "gap".equals(check.kind()))
                .forEach(check -> found.add(check.rule() + ": " + check.verdict()));
        if (run.search().objective() != null && run.search().objective().standardDeviation() != null) {
            found.add("standard deviation of the objective over "
                    + run.search().objective().parts() + " parts: "
                    + run.search().objective().standardDeviation());
        }
        return found.isEmpty() ? null : String.join("; ", found);
    }

    String champion() {
        List<String> names = metrics.names(name -> name.endsWith(".difference") || name.contains("dislocation."));
        return names.isEmpty()
                ? NOT_PROVIDED + ": no comparison with a champion was recorded"
                : String.join(", ", names);
    }

    private List<DatasetRecord> datasets() {
        return run == null ? List.of() : run.datasets();
    }
}
