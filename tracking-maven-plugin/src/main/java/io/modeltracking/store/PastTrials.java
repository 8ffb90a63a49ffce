package io.modeltracking.store;

import io.modeltracking.run.Names;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent.Seed;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.StudyHistory.PastStudy;
import io.modeltracking.run.StudyHistory.PastTrial;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the runs of a study into what its next run is told of them. */
final class PastTrials {

    /** So many of a study's best trials are told. */
    private static final int BEST = 10;

    /** The beginning of a line of {@code ranking.csv} that is of an accepted trial: rank, number, run. */
    private static final Pattern RANKED = Pattern.compile("\\d+,\\d+,([0-9a-f]{32}),.*");

    private static final long LARGEST = 16L << 20;

    private PastTrials() {}

    /** @param parts the repeats or folds of a trial */
    static PastStudy study(
            TrackingRoot root, RunRecord study, List<RunRecord> trials, Function<RunRecord, List<RunRecord>> parts) {
        Objective objective = study.search().objective();
        List<RunRecord> finished = trials.stream()
                .filter(trial -> trial.status() == Status.PRUNED || trial.verdict() != null)
                .toList();
        return new PastStudy(
                study.id(),
                study.experiment(),
                study.started().testClass(),
                study.started().method(),
                study.seeds().stream().map(Seed::root).findFirst().orElse(null),
                text(root, study, PastStudies.SPACE),
                study.tags().get("search.sampler"),
                objective.metric(),
                objective.direction(),
                source(root, finished),
                finished.stream().map(trial -> trial(trial, parts.apply(trial))).toList());
    }

    /** The code that all of them ran; null when it was not the same, or is not known. */
    private static SourceState source(TrackingRoot root, List<RunRecord> trials) {
        List<String> hashes = trials.stream()
                .map(trial -> String.valueOf(trial.facts().get("source")))
                .distinct()
                .toList();
        if (hashes.size() != 1 || !Names.isSha256(hashes.get(0))) {
            return null;
        }
        try {
            return RunJson.mapper().readValue(root.fact(hashes.get(0)).toFile(), SourceState.class);
        } catch (IOException e) {
            return null;
        }
    }

    private static PastTrial trial(RunRecord trial, List<RunRecord> parts) {
        Objective objective = trial.search().objective();
        NavigableMap<Long, Double> steps = new TreeMap<>();
        if (objective != null && objective.watched() != null) {
            trial.metrics().stream()
                    .filter(metric -> metric.name().equals(objective.watched()) && metric.step() != null)
                    .forEach(metric -> steps.put(metric.step(), metric.value()));
        }
        Map<String, String> data = new TreeMap<>();
        List<RunRecord> readers = new ArrayList<>(parts);
        readers.add(trial);
        readers.forEach(run -> run.datasets().stream()
                .filter(dataset -> dataset.hash() != null)
                .forEach(dataset -> data.put(dataset.name(), dataset.hash())));
        return new PastTrial(
                trial.search().trial().number(),
                trial.id(),
                trial.search().trial().sampler(),
                params(trial),
                trial.status(),
                trial.verdict(),
                trial.reason(),
                objective == null ? null : objective.value(),
                objective == null ? null : objective.violation(),
                objective == null ? null : objective.parts(),
                objective == null ? null : objective.standardDeviation(),
                objective == null ? null : objective.watched(),
                steps,
                data);
    }

    static Map<String, ParamValue> params(RunRecord trial) {
        Map<String, ParamValue> params = new LinkedHashMap<>();
        trial.params().forEach((name, param) -> {
            if (param.origin() == Origin.SEARCH || param.origin() == Origin.COMMAND_LINE) {
                params.put(name, param.value());
            }
        });
        return params;
    }

    /** Ids of a study's best trials, as its {@code ranking.csv} has them: to be looked up, not to be trusted. */
    static List<String> ranked(TrackingRoot root, RunRecord study) {
        return text(root, study, PastStudies.RANKING)
                .lines()
                .map(RANKED::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .distinct()
                .limit(BEST)
                .toList();
    }

    private static String text(TrackingRoot root, RunRecord study, String artifact) {
        Path file = root.run(study.id()).resolve("artifacts").resolve(artifact);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Files.readString(file, StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            return "";
        }
    }
}
