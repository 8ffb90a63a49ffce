package io.modeltracking.report;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.SourceState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the blocks of the page refer to by number: runs, and what many of them share. */
final class PageData {

    static final int CHUNK = 100;

    private static final int MOST_POINTS = 300;
    private static final int FEWEST_POINTS = 20;
    private static final int POINTS_IN_ALL = 1_000_000;

    private final ReportInput input;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private final Map<SourceState, Integer> sources = new LinkedHashMap<>();
    private final Map<EnvironmentState, Integer> environments = new LinkedHashMap<>();
    private final Map<DatasetRecord, Integer> datasets = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> readers = new HashMap<>();
    private final Set<String> judged = new LinkedHashSet<>();
    private final Pictures pictures;
    private final Charts charts;
    private final Studies studies;
    private final Path directory;
    private final int points;

    PageData(ReportInput input, Path directory) {
        this.input = input;
        this.directory = directory;
        long curves = 0;
        for (ReportRun run : input.runs()) {
            numbers.put(run.record().id(), numbers.size());
            curves += MetricSeries.of(run.record()).stream()
                    .filter(series -> series.values().size() > 1)
                    .count();
        }
        for (ReportRun run : input.runs()) {
            share(run);
        }
        input.gates().forEach(gate -> judged.add(gate.runId()));
        points = (int) Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, POINTS_IN_ALL / Math.max(1, curves)));
        studies = Studies.of(input.runs());
        charts = Charts.of(input.runs(), judged, studies);
        pictures = Pictures.of(input.runs(), judged, charts);
    }

    private void share(ReportRun run) {
        int number = numbers.get(run.record().id());
        Integer parent = numbers.get(run.record().started().parent());
        if (parent != null) {
            children.computeIfAbsent(parent, key -> new ArrayList<>()).add(number);
        }
        if (run.source() != null) {
            sources.putIfAbsent(run.source(), sources.size());
        }
        if (run.environment() != null) {
            environments.putIfAbsent(run.environment(), environments.size());
        }
        for (DatasetRecord dataset : run.record().datasets()) {
            datasets.putIfAbsent(dataset, datasets.size());
            List<Integer> runs = readers.computeIfAbsent(datasets.get(dataset), key -> new ArrayList<>());
            if (runs.isEmpty() || runs.get(runs.size() - 1) != number) {
                runs.add(number);
            }
        }
    }

    ReportInput input() {
        return input;
    }

    /** The report's own folder: links start there. */
    Path directory() {
        return directory;
    }

    List<List<ReportRun>> chunks() {
        List<List<ReportRun>> chunks = new ArrayList<>();
        List<ReportRun> runs = input.runs();
        for (int from = 0; from < runs.size(); from += CHUNK) {
            chunks.add(runs.subList(from, Math.min(from + CHUNK, runs.size())));
        }
        return chunks;
    }

    /** The place of a run among all, or null when it is none of them. */
    Integer number(String runId) {
        return numbers.get(runId);
    }

    List<Integer> children(int run) {
        return children.getOrDefault(run, List.of());
    }

    Map<SourceState, Integer> sources() {
        return sources;
    }

    Map<EnvironmentState, Integer> environments() {
        return environments;
    }

    Map<DatasetRecord, Integer> datasets() {
        return datasets;
    }

    List<Integer> readers(int dataset) {
        return readers.getOrDefault(dataset, List.of());
    }

    List<Study> studies() {
        return studies.all();
    }

    Pictures pictures() {
        return pictures;
    }

    Charts charts() {
        return charts;
    }

    /** How many points of a curve the page shows at most. */
    int points() {
        return points;
    }
}
