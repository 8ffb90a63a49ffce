package io.modeltracking.maven;

import io.modeltracking.report.EarlierRun;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunRow;
import io.modeltracking.store.RunSearch;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Column.Kind;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.Literal;
import io.modeltracking.store.query.Operator;
import io.modeltracking.store.query.Order;
import io.modeltracking.validation.MetricDirection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The runs of a module in earlier builds, the latest of them, with some of their metrics. */
final class EarlierRuns {

    private static final int MOST_RUNS = 1_000;
    private static final int MOST_METRICS = 8;
    private static final List<String> FACTS = List.of("experiment", "build", "branch", "start_time");

    private EarlierRuns() {}

    /**
     * Runs in the order of their start; those within a run, and those outside any build, are left out.
     *
     * @param first metrics that gates read
     * @param runs of this build, whose metrics with a direction follow
     */
    static List<EarlierRun> of(
            HistoryStore store, String module, String build, Collection<String> first, List<RunRecord> runs) {
        List<String> metrics = metrics(first, runs);
        List<Column> columns = new ArrayList<>();
        FACTS.forEach(name -> columns.add(attribute(name)));
        columns.add(new Column(Kind.DATASET, "hash"));
        metrics.forEach(name -> columns.add(new Column(Kind.METRIC, name)));
        Filter filter = new Filter.And(List.of(
                new Filter.Comparison(attribute("module"), Operator.EQUAL, new Literal.Text(module)),
                new Filter.Comparison(attribute("build"), Operator.NOT_EQUAL, new Literal.Text(build)),
                new Filter.Absent(attribute("parent"))));
        RunSearch search =
                new RunSearch(filter, List.of(new Order(attribute("start_time"), true)), MOST_RUNS, false, columns);
        List<EarlierRun> earlier = new ArrayList<>();
        for (RunRow row : store.search(search)) {
            earlier.add(run(row, metrics));
        }
        Collections.reverse(earlier);
        return earlier;
    }

    private static Column attribute(String name) {
        return new Column(Kind.ATTRIBUTE, name);
    }

    /** Few, and each once: every one is a question to the history. */
    private static List<String> metrics(Collection<String> first, List<RunRecord> runs) {
        Set<String> names = new LinkedHashSet<>(first);
        Set<String> seen = new HashSet<>(first);
        for (RunRecord run : runs) {
            for (RunEvent.Metric metric : run.started().parent() == null ? run.metrics() : List.<RunEvent.Metric>of()) {
                boolean fresh = names.size() < MOST_METRICS && metric.step() == null && seen.add(metric.name());
                if (fresh && MetricDirection.of(run.metrics(), metric.name()).isPresent()) {
                    names.add(metric.name());
                }
            }
        }
        return names.stream().limit(MOST_METRICS).toList();
    }

    private static EarlierRun run(RunRow row, List<String> metrics) {
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            RunRow.Cell cell = row.cells().get(FACTS.size() + 1 + i);
            if (cell != null) {
                values.put(metrics.get(i), Double.valueOf(cell.text()));
            }
        }
        return new EarlierRun(
                row.id(),
                text(row, 0),
                text(row, 1),
                text(row, 2),
                Instant.ofEpochMilli(Long.parseLong(text(row, 3))),
                text(row, FACTS.size()),
                values);
    }

    private static String text(RunRow row, int column) {
        RunRow.Cell cell = row.cells().get(column);
        return cell == null ? null : cell.text();
    }
}
